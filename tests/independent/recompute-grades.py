#!/usr/bin/env python3
"""Recomputes the grades in a result pack from its plans and judgements, and compares them with those that it states.

Written from docs/packs.md. Shares nothing with the product: Python and its own library, no other file of this repository.

usage: recompute-grades.py [--json] PACK.epapack...      exit status 0 if every grade is the same, 1 if not, 2 without a pack
"""
import hashlib
import json
import sys
import zipfile

GRADES = ["fail", "pass", "credit", "merit", "distinction"]  # from worst to best


def read_content(file):
    """The files below data/, each compared with its SHA-256 in the manifest."""
    with zipfile.ZipFile(file) as archive:
        folder = archive.namelist()[0].split("/", 1)[0]
        manifest = archive.read(f"{folder}/manifest-sha256.txt").decode("utf-8")
        content = {}
        for line in manifest.splitlines():
            digest, path = line.split(None, 1)
            data = archive.read(f"{folder}/{path}")
            if hashlib.sha256(data).hexdigest() != digest:
                raise SystemExit(f"{file}: {path} is not what the manifest says")
            if path.endswith(".json"):
                content[path[len("data/"):]] = json.loads(data)
        return content


def best_not_above(reached, available):
    """The best of the available grades that is not above the one reached."""
    candidates = [grade for grade in available if GRADES.index(grade) <= GRADES.index(reached)]
    return max(candidates, key=GRADES.index, default=None)


def by_rule(rule, passes, distinctions, met, score):
    passes_met = sum(d["key"] in met for d in passes)
    distinctions_met = sum(d["key"] in met for d in distinctions)
    if rule["kind"] == "score":
        reached = [b["grade"] for b in rule["boundaries"] if score >= b["atLeast"]]
        return max(reached, key=GRADES.index, default="fail")
    if rule["kind"] == "count":
        if passes_met < rule["passAtLeast"]:
            return "fail"
        needed = rule.get("distinctionAtLeast")
        is_best = needed is not None and passes_met == len(passes) and distinctions_met >= needed
        return "distinction" if is_best else "pass"
    if rule["kind"] == "allDescriptors":
        if passes_met < len(passes):
            return "fail"
        return "distinction" if distinctions and distinctions_met == len(distinctions) else "pass"
    raise SystemExit(f"unknown grade rule {rule['kind']!r}")


def method_grade(method, decisions, score):
    """The grade by the method's own rule; None while a decision that it needs is missing."""
    rule = method["gradeRule"]
    if rule is None:
        return None
    is_score = rule["kind"] == "score"
    descriptors = [d for theme in method["themes"] for d in theme["descriptors"]]
    critical = {d["key"] for d in descriptors if set(d["ksbs"]) & set(method["criticalKsbs"])}
    passes = [d for d in descriptors if d["grade"] == "pass" and (not is_score or d["key"] in critical)]
    with_distinction = "distinction" in method["grades"] and not is_score
    distinctions = [d for d in descriptors if d["grade"] == "distinction"] if with_distinction else []
    if not is_score and not passes:
        return None
    needed = list(passes)
    if all(decisions.get(d["key"]) != "notMet" for d in passes):
        needed += distinctions
    if any(decisions.get(d["key"]) is None for d in needed) or (is_score and score is None):
        return None
    met = {key for key, decision in decisions.items() if decision == "met"}
    fails = any(d["key"] in critical and d["key"] not in met for d in passes)
    return best_not_above("fail" if fails else by_rule(rule, passes, distinctions, met, score), method["grades"])


def capped(grade, session, plan, method):
    """A re-sit or re-take earns no more than the plan's cap, unless circumstances were exceptional and the plan lifts it."""
    resits = plan["resits"]
    if grade is None or session["kind"] == "first" or not resits:
        return grade
    if GRADES.index(grade) <= GRADES.index(resits["cap"]):
        return grade
    if session["exceptional"] is not None and resits["capLiftedForExceptionalCircumstances"]:
        return grade
    return best_not_above(resits["cap"], method["grades"]) or grade


def overall_grade(plan, grades):
    """The row of the plan's table with these method grades; None where a method has none or the table does not settle it."""
    if not plan["gradeTable"] or any(grades.get(m["key"]) is None for m in plan["methods"]):
        return None
    rows = plan["gradeTable"]["rows"]
    found = {r["overall"] for r in rows if all(r["methods"].get(m["key"]) == grades[m["key"]] for m in plan["methods"])}
    return found.pop() if len(found) == 1 else None


def stated_in_report(records, kind, session_id):
    """The grade of the signed report that stands; None where there is none."""
    standing = [r for r in records["report"] if r["kind"] == kind and r["sessionId"] == session_id and r["supersededAt"] is None]
    return standing[-1]["grade"] if standing else None


def lines_of(content, assessment):
    """One line for each method and one for the whole: what it is about, and the grades that should be the same."""
    records, computed = assessment["records"], assessment["computed"]
    plan = assessment["plan"]["asApplied"] or content[assessment["plan"]["file"]]["document"]
    stated = {one["sessionId"]: one for one in computed["sessions"]}
    grades = {}
    for session in sorted(records["session"], key=lambda one: one["attempt"]):
        at_its_day = stated[session["id"]]["method"]
        method = at_its_day or next(m for m in plan["methods"] if m["key"] == session["methodKey"])
        decisions = {j["descriptorKey"]: j["decision"] for j in records["judgement"] if j["sessionId"] == session["id"]}
        scores = [s["score"] for s in records.get("score", []) if s["sessionId"] == session["id"]]
        grade = capped(method_grade(method, decisions, scores[0] if scores else None), session, plan, method)
        if session["voidReason"] is None:
            grades[session["methodKey"]] = grade if session["state"] in ("closed", "signed") else None
        report = stated_in_report(records, "method", session["id"])
        what = f"{method['name']}, attempt {session['attempt']}"
        yield what, grade, stated[session["id"]]["grade"], grade if report is None else report
    overall = overall_grade(plan, grades)
    report = stated_in_report(records, "overall", None)
    yield "Overall", overall, computed["overall"]["grade"], overall if report is None else report


def main(words):
    files = [word for word in words if word != "--json"]
    if not files:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    rows = []
    for file in files:
        content = read_content(file)
        for path, assessment in sorted(content.items()):
            if not path.startswith("assessments/"):
                continue
            who = f"{assessment['apprentice']['givenNames']} {assessment['apprentice']['familyName']}"
            for what, recomputed, in_pack, in_report in lines_of(content, assessment):
                rows.append({
                    "apprentice": who, "what": what, "recomputed": recomputed, "pack": in_pack, "report": in_report,
                    "same": recomputed == in_pack == in_report,
                })
    if "--json" in words:
        print(json.dumps(rows, indent=2))
    else:
        for row in rows:
            mark = "same" if row["same"] else f"DIFFERS: pack {row['pack']}, report {row['report']}"
            print(f"{row['apprentice']}: {row['what']}: {row['recomputed'] or 'no grade'} ({mark})")
        print(f"{len(rows)} grades recomputed, {sum(not row['same'] for row in rows)} differ")
    return 0 if rows and all(row["same"] for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
