#!/usr/bin/env python3
"""The least sets of courses against another solver of integer programs (HiGHS): 100 catalogs of 40 courses.

Usage: run.py PATH-OF-COURSE-PROBLEMS

The program prints one problem a line with its answer; each is solved again by scipy.optimize.milp, and the costs must be the
same, or both must find that there is no set.
"""
import json
import pathlib
import subprocess
import sys

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "Tests"))

from ran import ran

passed = failed = 0


def least(problem):
    """The least cost by the other solver; None: there is no set."""
    columns, rows = problem["columns"], problem["rows"]
    matrix = numpy.zeros((len(rows), len(columns)))
    for j, column in enumerate(columns):
        for row, amount in column["gives"]:
            matrix[row, j] = amount
    needs = numpy.array([row["at_least"] for row in rows], dtype=float)
    costs = numpy.array([column["costs"] for column in columns], dtype=float)
    result = milp(
        costs, integrality=numpy.ones(len(columns)), bounds=Bounds(0, 1), options={"mip_rel_gap": 0},
        constraints=LinearConstraint(matrix, lb=needs))
    if result.status == 2:
        return None
    assert result.status == 0, result.message
    return round(result.fun)


lines = subprocess.run([sys.argv[1], "100", "40"], capture_output=True, text=True, check=True).stdout.splitlines()
for number, line in enumerate(lines, 1):
    certificate = json.loads(line)
    expected = least(certificate)
    name = f"catalog {number} has the cost of the other solver"
    good = certificate["total"] == expected and certificate["bound"] == expected
    ran("Courses", name, good)
    if good:
        passed += 1
    else:
        failed += 1
        print(f"FAILED: {name}: expected {expected}, found {certificate['total']} with bound {certificate['bound']}")
possible = sum(1 for line in lines if json.loads(line)["total"] is not None)
name = "100 catalogs, most of which have a set"
ran("Courses", name, len(lines) == 100 and possible > 50)
if len(lines) == 100 and possible > 50:
    passed += 1
else:
    failed += 1
    print(f"FAILED: {name}: {len(lines)}, {possible}")
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
