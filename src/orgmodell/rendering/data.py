"""Answers as plain data for JSON: ids, numbers, ISO dates; null where underlag saknas."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from orgmodell import ledger, swedish
from orgmodell.changes import Fact, Recorded
from orgmodell.projections.basis import Basis, together
from orgmodell.projections.chart import ChartNode, OrgChart
from orgmodell.projections.diff import Diff, Difference
from orgmodell.projections.line import Chefsled, Link, ReportingLine
from orgmodell.projections.namnder import Answerable
from orgmodell.projections.past import Effect, Happening
from orgmodell.projections.portrait import (
    BefattningPortrait,
    EnhetPortrait,
    OrganPortrait,
    PersonPortrait,
    Portrait,
)
from orgmodell.projections.spans import Kontrollspann
from orgmodell.projections.vacancies import Vacancy
from orgmodell.rendering.asked import Asked, Recording
from orgmodell.violations import Violation

if TYPE_CHECKING:
    import networkx

    from orgmodell.log import Verification

Data = dict[str, Any]


def to_json(data: object) -> str:
    """Plain data, or frozen values, as JSON text."""
    return json.dumps(msgspec.to_builtins(data), ensure_ascii=False, indent=2)


def chart(asked: Asked, answer: OrgChart) -> Data:
    """The org chart: enheter in tree order, each with its parent."""
    enheter = [_chart_node(asked, answer, node) for node in answer.nodes]
    return _asked(asked) | {"enheter": enheter, "organ": answer.organs} | _grounds(answer.basis)


def reporting_line(asked: Asked, answer: ReportingLine) -> Data:
    """The chefer above a befattning, nearest first."""
    return (
        _asked(asked)
        | {"befattning": answer.befattning, "mode": answer.mode, "path": list(answer)}
        | {"links": [_link(asked, link) for link in answer.links]}
        | _grounds(answer.basis)
    )


def chefsled(asked: Asked, answer: Chefsled) -> Data:
    """The number of chefsled, and the path."""
    return (
        _asked(asked)
        | _chefsled(answer)
        | {"links": [_link(asked, link) for link in answer.path], "counting_rule": answer.counting_rule}
        | _grounds(answer.basis)
    )


def every_chefsled(asked: Asked, answer: Sequence[Chefsled], up_to: str | None, mode: str) -> Data:
    """The chefsled of every befattning."""
    return (
        _asked(asked)
        | {"up_to": up_to, "mode": mode}
        | {"befattningar": [_chefsled(each) | _marks(each.basis) for each in answer]}
        | {"counting_rule": answer[0].counting_rule if answer else None}
        | _grounds(together(each.basis for each in answer))
    )


def kontrollspann(asked: Asked, answer: Kontrollspann, riktmarke: float) -> Data:
    """How many one chef leads."""
    rule = {"counting_rule": answer.counting_rule}
    return _asked(asked) | _kontrollspann(answer, riktmarke) | rule | _grounds(answer.basis)


def every_kontrollspann(asked: Asked, answer: Sequence[Kontrollspann], riktmarke: float) -> Data:
    """How many each chef leads."""
    return (
        _asked(asked)
        | {"riktmarke": riktmarke}
        | {"chefer": [_kontrollspann(each, riktmarke) | _marks(each.basis) for each in answer]}
        | {"counting_rule": answer[0].counting_rule if answer else None}
        | _grounds(together(each.basis for each in answer))
    )


def vacancies(asked: Asked, answer: Sequence[Vacancy]) -> Data:
    """The vacant befattningar."""
    found = [_vacancy(each) | _marks(each.basis) for each in answer]
    return _asked(asked) | {"vacancies": found} | _grounds(together(each.basis for each in answer))


def namnder(asked: Asked, answer: Sequence[Answerable]) -> Data:
    """Which enheter answer to which nämnd."""
    enheter = [
        {"enhet": each.enhet, "namnder": each.namnder, "through": each.through} | _marks(each.basis)
        for each in answer
    ]
    return _asked(asked) | {"enheter": enheter} | _grounds(together(each.basis for each in answer))


def portrait(asked: Asked, answer: Portrait) -> Data:
    """All there is to say of one thing on a day."""
    return _asked(asked) | {"id": answer.id} | _portrait(answer) | _grounds(answer.basis)


def diff(asked: Asked, answer: Diff) -> Data:
    """What differs between two days."""
    return (
        _asked(asked)
        | {"before": answer.before.day, "after": answer.after.day}
        | {"differences": [_difference(each) for each in answer]}
        | _grounds(answer.basis)
    )


def history(asked: Asked, thing: str, answer: Sequence[Happening]) -> Data:
    """Every change that touched a thing, in order of day."""
    happenings = [
        fact_data(each.fact)
        | {"annulled_by": each.annulled_by, "status": each.status(asked.day) if asked.day else None}
        for each in answer
    ]
    return _asked(asked) | {"id": thing, "happenings": happenings}


def lineage(asked: Asked, answer: networkx.DiGraph[str]) -> Data:
    """Which enheter went over into which."""
    enheter = [{"enhet": enhet, "name": node["name"]} for enhet, node in answer.nodes(data=True)]
    edges = [
        {"predecessor": before, "successor": after, **edge} for before, after, edge in answer.edges(data=True)
    ]
    return _asked(asked) | {"enheter": enheter, "lineage": edges}


def log(asked: Asked, answer: Sequence[Recorded], stamped: bool) -> Data:
    """Every beslut in recorded order, as in a beslutsfil."""
    beslut = [
        {"position": each.position, "recorded": each.recorded if stamped else None}
        | ledger.document(each.beslut)
        for each in answer
    ]
    return _asked(asked) | {"log": beslut}


def taking_effect(asked: Asked, after: date, until: date, answer: Sequence[Effect]) -> Data:
    """What begins or ends after one day, up to and including another."""
    effects = [{"day": each.day, "ends": each.ends, **fact_data(each.fact)} for each in answer]
    return _asked(asked) | {"after": after, "until": until, "effects": effects}


def violations(asked: Asked, answer: Sequence[Violation]) -> Data:
    """The rules that are broken."""
    return _asked(asked) | {"violations": [_violation(each) for each in answer]}


def recording(asked: Asked, answer: Recording) -> Data:
    """Each beslut with its position, whether it was there already, and the warnings."""
    beslut = [{"beslut": each.beslut.id, "position": each.position, "new": new} for each, new in answer.done]
    return _asked(asked) | {"dry_run": answer.dry_run, "beslut": beslut, "warnings": answer.warnings}


def verification(asked: Asked, answer: Verification) -> Data:
    """That the chain holds, and its head."""
    return _asked(asked) | {"verified": True, "records": answer.records, "sha256": answer.sha256}


def names(asked: Asked, answer: Mapping[str, str]) -> Data:
    """The names that are kept, by person."""
    return _asked(asked) | {"names": dict(answer)}


def fact_data(fact: Fact) -> Data:
    """A recorded change: what it says, from when, by which beslut, and on what ground."""
    change, source = fact.change, fact.source
    said = ledger.stated_fields(change)
    return {
        "beslut": fact.beslut.id,
        "number": fact.number,
        "decided": fact.decided,
        "decided_stated": fact.beslut.decided_stated,
        "decision_mark": fact.beslut.mark,
        "verb": change.verb,
        "parameters": {
            name: each for name, each in said.items() if name not in ("effective", "stated", "source", "mark")
        },
        "effective": fact.day,
        "stated": change.stated,
        "mark": change.mark,
        "document": source.document if source else None,
        "place": source.place if source else None,
        "quote": source.quote if source else None,
    }


def _asked(asked: Asked) -> Data:
    recorded = asked.recorded
    return {
        "organisation": asked.organisation,
        "day": asked.day,
        "known": asked.known,
        "recorded": recorded.isoformat() if isinstance(recorded, datetime) else recorded,
    }


def _marks(basis: Basis) -> Data:
    marks = Counter(fact.change.mark or "none" for fact in basis)
    return {"assumed": bool(basis.assumed), "marks": dict(marks)}


def _grounds(basis: Basis) -> Data:
    return _marks(basis) | {"basis": [fact_data(fact) for fact in basis]}


def _chart_node(asked: Asked, chart: OrgChart, node: ChartNode) -> Data:
    enhet, vacancy = node.enhet, chart.vacancies.get(node.leader or "")
    chef = node.chef and {
        "befattning": node.chef.befattning,
        "person": node.chef.person,
        "name": asked.names.get(node.chef.person),
        "form": node.chef.form,
    }
    posts = [
        {
            "befattning": post.befattning,
            "title": post.title,
            "holders": post.holders,
            "vacant": post.befattning in chart.vacancies,
        }
        for post in chart.posts.get(enhet.id, ())
    ]
    return {
        **msgspec.to_builtins(enhet),
        "depth": node.depth,
        "leader": node.leader,
        "title": node.title,
        "chef": chef,
        "vacant": node.vacant,
        "vacant_since": vacancy and vacancy.since,
        "namnder": node.namnder,
        "acting_and_vacant_posts": posts,
        "assumed": enhet.id in chart.assumed,
    }


def _link(asked: Asked, link: Link) -> Data:
    names = {person: asked.names[person] for person in link.persons if person in asked.names}
    return {**msgspec.to_builtins(link), "names": names}


def _chefsled(answer: Chefsled) -> Data:
    return {
        "befattning": answer.befattning,
        "up_to": answer.up_to,
        "mode": answer.mode,
        "chefsled": int(answer),
        "mellanliggande": answer.mellanliggande,
        "path": [link.befattning for link in answer.path],
    }


def _kontrollspann(answer: Kontrollspann, riktmarke: float) -> Data:
    return {
        "befattning": answer.befattning,
        "enheter": answer.enheter,
        "direct_chefer": answer.direct_chefer,
        "first_line": answer.first_line,
        "unled": answer.unled,
        "medarbetare": answer.medarbetare,
        "arsarbetare": answer.arsarbetare,
        "uppdragstagare": answer.uppdragstagare,
        "approximate": answer.approximate,
        "medarbetare_per_chef": answer.medarbetare_per_chef,
        "arsarbetare_per_chef": answer.arsarbetare_per_chef,
        "med_uppdragstagare_per_chef": answer.med_uppdragstagare_per_chef,
        "riktmarke": riktmarke,
        "over_riktmarke": answer.over(riktmarke),
        "text": _per_chef(answer),
    }


def _per_chef(answer: Kontrollspann) -> str:
    per_chef = answer.medarbetare_per_chef
    unit = "" if per_chef is None else " medarbetare per första linjens chef"
    return swedish.average(per_chef) + unit


def _vacancy(answer: Vacancy) -> Data:
    return {
        "befattning": answer.befattning,
        "title": answer.title,
        "enhet": answer.enhet,
        "since": answer.since,
        "at_latest": answer.at_latest,
        "stated": answer.stated,
        "days": answer.days,
        "declared": answer.declared,
        "leads": answer.leads,
        "falls_to": answer.falls_to,
    }


def _portrait(answer: Portrait) -> Data:
    match answer:
        case EnhetPortrait():
            said: Data = {
                "type": "enhet",
                **msgspec.to_builtins(answer.enhet),
                "leaders": [_portrait(leader) for leader in answer.leaders],
                "children": answer.children,
                "befattningar": answer.befattningar,
                "namnder": answer.namnder,
                "headcount": answer.headcount and ledger.stated_fields(answer.headcount),
            }
        case BefattningPortrait():
            said = {
                "type": "befattning",
                **msgspec.to_builtins(answer.befattning),
                "holdings": answer.holdings,
                "vacancy": answer.vacancy and _vacancy(answer.vacancy),
                "is_chef": answer.is_chef,
                "nearest_chef": answer.nearest_chef,
                "headcount": answer.headcount and ledger.stated_fields(answer.headcount),
            }
        case OrganPortrait():
            organ = msgspec.to_builtins(answer.organ)
            said = {"type": "organ", **organ, "ledamoter": answer.ledamoter, "enheter": answer.enheter}
        case PersonPortrait():
            seats = [{"organ": organ, "role": role} for organ, role in answer.seats]
            said = {"type": "person", "holdings": answer.holdings, "seats": seats}
    return said | {"happenings": answer.happenings}


def _difference(each: Difference) -> Data:
    return {
        "what": each.what,
        "id": each.thing,
        "type": each.type,
        "name": each.name,
        "aspect": each.aspect,
        "before": each.before,
        "after": each.after,
        "beslut": list(dict.fromkeys(fact.beslut.id for fact in each.facts)),
    }


def _violation(each: Violation) -> Data:
    return {
        "rule": each.rule,
        "severity": each.severity,
        "day": each.day,
        "things": each.things,
        "message": each.message,
    }
