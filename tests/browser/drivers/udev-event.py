"""Tells every program that listens to udev that something about a sound device has changed.

A browser reads its list of devices anew on that event. It is written here as udev itself would send it, for a sound
server has no part in udev. Needs root.
"""
import os
import socket
import struct

SUBSYSTEM = 0xD196AB6E  # MurmurHash2 of "sound": listeners choose by it
properties = b"ACTION=change\0DEVPATH=/devices/virtual/sound/card9\0SUBSYSTEM=sound\0SEQNUM=999999\0USEC_INITIALIZED=1\0"
size = struct.calcsize("=8s8I")
header = struct.pack("=8s8I", b"libudev\0", socket.htonl(0xFEEDCAFE), size, size, len(properties),
                     socket.htonl(SUBSYSTEM), 0, 0, 0)
link = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 15)  # NETLINK_KOBJECT_UEVENT
link.bind((os.getpid(), 0))
link.sendto(header + properties, (0, 2))  # the group that udev speaks to
