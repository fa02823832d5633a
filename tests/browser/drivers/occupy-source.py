"""Opens recordings of a PulseAudio source until it gives no more (256), says so, and holds them until it is ended.

To a browser that then asks, the microphone is there, allowed, and cannot be opened: another program has it.
"""
import ctypes
import sys

pulse = ctypes.CDLL("libpulse.so.0")
pulse.pa_mainloop_new.restype = pulse.pa_mainloop_get_api.restype = ctypes.c_void_p
pulse.pa_context_new.restype = pulse.pa_stream_new.restype = ctypes.c_void_p
READY, FAILED, NOT_PLAYING = 4, 5, 0x0001
CREATING, STREAM_READY = 1, 2


class Sound(ctypes.Structure):
    _fields_ = [("format", ctypes.c_int), ("rate", ctypes.c_uint32), ("channels", ctypes.c_uint8)]


def pointer(value):
    return ctypes.c_void_p(value)


loop = pointer(pulse.pa_mainloop_new())
context = pointer(pulse.pa_context_new(pointer(pulse.pa_mainloop_get_api(loop)), b"another program"))
pulse.pa_context_connect(context, None, 0, None)
while pulse.pa_context_get_state(context) < READY:
    pulse.pa_mainloop_iterate(loop, 1, None)
if pulse.pa_context_get_state(context) >= FAILED:
    sys.exit("no sound server")
quiet = Sound(3, 8000, 1)
while True:
    stream = pointer(pulse.pa_stream_new(context, b"recording", ctypes.byref(quiet), None))
    # They start paused: hundreds of them cost nothing.
    if pulse.pa_stream_connect_record(stream, sys.argv[1].encode(), None, NOT_PLAYING) < 0:
        break
    while pulse.pa_stream_get_state(stream) == CREATING:
        pulse.pa_mainloop_iterate(loop, 1, None)
    if pulse.pa_stream_get_state(stream) != STREAM_READY:
        break
print("occupied", flush=True)
while True:
    pulse.pa_mainloop_iterate(loop, 1, None)
