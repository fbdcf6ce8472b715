"""Nothing of what programs send stands in the log or in the data folder."""

import json
import os

MARKS = ["Zebulon-Quux", "zebulonquux", "1987-03-14"]


def run(report, server):
    body = {"person": {"person_file": 1, "name": MARKS[0], "diplomas": [{"id": MARKS[1], "earned": MARKS[2]}]}}
    for name, more in (("check", {}), ("explain", {"subject": "aama/cma"}), ("compare", {}), ("plan", {}),
                       ("check", {"for": [MARKS[0]]}), ("check", {"act": MARKS[0]})):
        server.get(f"/api/v1/{name}", {"Content-Type": "application/json"}, "POST", json.dumps({**body, **more}))
    server.get(f"/api/v1/states?with={MARKS[0]}")
    server.get(f"/api/v1/tasks/{MARKS[1]}?state=wa")
    server.get(f"/api/v1/search?q={MARKS[0]}")
    told = "".join(server.said + server.logged)
    report.check("the log tells the pattern of an address", '"/api/v1/check"' in told, told[-500:])
    report.check("the log tells nothing of what programs send", not [mark for mark in MARKS if mark in told], told[-500:])
    kept = []
    for folder, _, names in os.walk(server.folder.name):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                content = file.read()
            kept += [f"{name}: {mark}" for mark in MARKS if mark.encode() in content]
    report.check("nothing of what programs send is kept", not kept, kept)
