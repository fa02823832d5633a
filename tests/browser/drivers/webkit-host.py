"""A browser window of WebKitGTK in which the test answers the permission requests.

A WebKitGTK browser under WebDriver grants every capture request by itself, so this small embedder stands in for the
browser around the engine. It obeys JSON lines on standard input, {"id", "do", ...}, answers each with {"id", "ok"} or
{"id", "error"}, and tells what happens as {"event", ...}.
"""
import json
import os
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

options = json.loads(os.environ.get("EARSHOT_WEBKIT", "{}"))
# What the person before the screen would say: granted, denied, or prompt (a request stays open until "answer").
permissions = {"microphone": "prompt", "camera": "prompt"}
waiting = []
STATES = {"granted": WebKit2.PermissionState.GRANTED, "denied": WebKit2.PermissionState.DENIED,
          "prompt": WebKit2.PermissionState.PROMPT}
CAPTURE = {"none": WebKit2.MediaCaptureState.NONE, "active": WebKit2.MediaCaptureState.ACTIVE,
           "muted": WebKit2.MediaCaptureState.MUTED}


def say(**record):
    sys.stdout.write(json.dumps(record) + "\n")
    sys.stdout.flush()


context = WebKit2.WebContext.new_ephemeral()
if options.get("proxy"):  # an insecure name leads to the test server by way of it
    context.get_website_data_manager().set_network_proxy_settings(
        WebKit2.NetworkProxyMode.CUSTOM,
        WebKit2.NetworkProxySettings.new(options["proxy"], ["127.0.0.1", "localhost"]))
view = WebKit2.WebView(web_context=context)
settings = view.get_settings()
settings.set_enable_media_stream(True)
settings.set_property("enable-mock-capture-devices", options.get("devices", True))
if options.get("fontSize"):
    settings.set_default_font_size(options["fontSize"])
window = Gtk.Window(title="earshot")
window.set_decorated(False)
window.set_default_size(1200, 800)
window.add(view)
window.show_all()
window.move(0, 0)


def on_permission_request(_view, request):
    if not isinstance(request, WebKit2.UserMediaPermissionRequest):
        request.allow()  # device names: WebKitGTK asks for them as well
        return True
    wanted = []
    if WebKit2.user_media_permission_is_for_audio_device(request):
        wanted.append(permissions["microphone"])
    if WebKit2.user_media_permission_is_for_video_device(request):
        wanted.append(permissions["camera"])
    if "denied" in wanted:
        request.deny()
    elif "prompt" in wanted:
        waiting.append(request)
        say(event="prompt")
    else:
        request.allow()
    return True


def on_query(_view, query):
    query.finish(STATES[permissions.get(query.get_name(), "prompt")])
    return True


view.connect("permission-request", on_permission_request)
view.connect("query-permission-state", on_query)
view.connect("load-changed", lambda _view, event: say(event="load", phase=event.value_nick))
view.connect("load-failed", lambda _view, _phase, uri, error: say(event="load-failed", uri=uri, message=error.message))
view.connect("web-process-terminated", lambda _view, reason: say(event="crashed", reason=reason.value_nick))


def run_script(order):
    def done(source, result):
        try:
            say(id=order["id"], ok=source.call_async_javascript_function_finish(result).to_string())
        except GLib.Error as error:
            say(id=order["id"], error=error.message)
    view.call_async_javascript_function(order["body"], -1, None, None, None, None, done)


def answer(order):
    request = waiting.pop(0)
    if order["value"] == "allow":
        request.allow()
    elif order["value"] == "deny":
        request.deny()
    # Otherwise the request is dropped: the embedder went away without a choice.


ORDERS = {
    "load": lambda order: view.load_uri(order["url"]),
    "answer": answer,
    "waiting": lambda order: len(waiting),
    "permissions": lambda order: permissions.update(order["states"]),
    "capture": lambda order: getattr(view, f"set_{order['kind']}_capture_state")(CAPTURE[order["state"]]),
    "show": lambda order: view.show() if order["value"] else view.hide(),
    "back": lambda order: view.go_back(),
    "quit": lambda order: Gtk.main_quit(),
}


def obey(line):
    order = json.loads(line)
    try:
        if order["do"] == "run":
            run_script(order)
        else:
            say(id=order["id"], ok=ORDERS[order["do"]](order))
    except Exception as error:  # tell the test, and keep serving
        say(id=order["id"], error=repr(error))


def on_stdin(_channel, condition):
    line = "" if condition & GLib.IOCondition.HUP else sys.stdin.readline()
    if not line:  # the test is gone
        Gtk.main_quit()
        return False
    obey(line)
    return True


channel = GLib.IOChannel.unix_new(0)
GLib.io_add_watch(channel, GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, on_stdin)
say(event="ready")
Gtk.main()
