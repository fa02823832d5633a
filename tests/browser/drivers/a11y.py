"""Prints the widgets on the screen as JSON lines: a11y.py NAME_PATTERN [APP_PATTERN [press]]

With "press" it also does what a screen reader does to the first button among them: its action, without mouse or keyboard.
"""
import json
import re
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

name_pattern = re.compile(sys.argv[1])
app_pattern = re.compile(sys.argv[2] if len(sys.argv) > 2 else "", re.IGNORECASE)
to_press = sys.argv[3:] == ["press"]


def report(node, app):
    name = node.get_name() or ""
    if not name or not name_pattern.search(name):
        return
    box = node.get_extents(Atspi.CoordType.SCREEN)
    states = node.get_state_set()
    print(json.dumps({
        "app": app, "role": node.get_role_name(), "name": name,
        "x": box.x, "y": box.y, "w": box.width, "h": box.height,
        "showing": states.contains(Atspi.StateType.SHOWING),
        "focused": states.contains(Atspi.StateType.FOCUSED),
        "checked": states.contains(Atspi.StateType.CHECKED),
    }))
    if to_press and "button" in node.get_role_name() and states.contains(Atspi.StateType.SHOWING) and box.width > 0:
        Atspi.Action.do_action(node, 0)
        sys.exit()


def walk(node, app, depth=0):
    if node is None or depth > 60:
        return
    try:
        report(node, app)
        for index in range(node.get_child_count()):
            walk(node.get_child_at_index(index), app, depth + 1)
    except gi.repository.GLib.Error:
        return  # a bubble may close while its widgets are being read


desktop = Atspi.get_desktop(0)
for index in range(desktop.get_child_count()):
    app = desktop.get_child_at_index(index)
    if app is not None and app_pattern.search(app.get_name() or ""):
        walk(app, app.get_name())
