"""Do two figures of one quantity say the same, fit, or contradict each other?

The rules are those by which people label pairs of figures in news: a careful reader sees no contradiction in rounding,
in a value inside a stated bound, in a vague word, in another unit, in a strict bound beside its own number.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.analysis.reading import Figure, Qualifier

_ABOUT = 0.05
"""How far a rough figure may be from its value: this, or half its rounding step up to twice this."""
_REACH = 0.1
"""How far beyond its number a strict bound admits values: this, or the rounding step up to a third of it."""
_ROUNDED = 0.05
"""How far an exact figure may be from another that visibly rounds it."""
_CONVERTED = 0.1
"""How far two exact figures in different units may be apart ("10 km", "six miles")."""
_FAR = float("inf")


class Compatibility(StrEnum):
    """What two figures are to each other."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"
    UNRELATED = "unrelated"


FIT = (Compatibility.EQUAL, Compatibility.COMPATIBLE)
"""What two figures are to each other that a careful reader finds no contradiction in."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A figure in the base unit of its kind: value or bounds, the step it is printed to, and is it a small ten?"""

    kind: str
    value: float | None
    low: float
    high: float
    step: float
    qualifier: Qualifier
    tens: bool = False


# Kind, factor and offset to the base unit of the kind.
_UNITS: dict[str, tuple[str, float, float]] = {
    "%": ("part", 0.01, 0), "[ppm]": ("part", 1e-6, 0), "[ppb]": ("part", 1e-9, 0), "pp": ("points", 1, 0),
    "bp": ("points", 0.01, 0), "nm": ("length", 1e-9, 0), "um": ("length", 1e-6, 0), "mm": ("length", 1e-3, 0),
    "cm": ("length", 0.01, 0), "m": ("length", 1, 0), "km": ("length", 1000, 0), "[in_i]": ("length", 0.0254, 0),
    "[ft_i]": ("length", 0.3048, 0), "[yd_i]": ("length", 0.9144, 0), "[mi_i]": ("length", 1609.344, 0),
    "[nmi_i]": ("length", 1852, 0), "m2": ("area", 1, 0), "km2": ("area", 1e6, 0), "har": ("area", 1e4, 0),
    "[acr_us]": ("area", 4046.86, 0), "[smi_us]": ("area", 2.58999e6, 0), "[sft_i]": ("area", 0.092903, 0),
    "[syd_i]": ("area", 0.836127, 0), "m3": ("volume", 1000, 0), "[cft_i]": ("volume", 28.3168, 0),
    "L": ("volume", 1, 0), "mL": ("volume", 1e-3, 0), "cL": ("volume", 0.01, 0), "[gal_us]": ("volume", 3.78541, 0),
    "[bbl_us]": ("volume", 158.987, 0), "[pt_us]": ("volume", 0.473176, 0), "[qt_us]": ("volume", 0.946353, 0),
    "ug": ("mass", 1e-9, 0), "mg": ("mass", 1e-6, 0), "g": ("mass", 1e-3, 0), "kg": ("mass", 1, 0),
    "t": ("mass", 1000, 0), "[ston_av]": ("mass", 907.185, 0), "[lb_av]": ("mass", 0.453592, 0),
    "[oz_av]": ("mass", 0.0283495, 0), "[stone_av]": ("mass", 6.35029, 0), "K": ("temperature", 1, -273.15),
    "Cel": ("temperature", 1, 0), "[degF]": ("temperature", 5 / 9, -160 / 9), "ms": ("time", 1e-3, 0),
    "s": ("time", 1, 0), "min": ("time", 60, 0), "h": ("time", 3600, 0), "d": ("time", 86400, 0),
    "wk": ("time", 604800, 0), "mo": ("time", 2629746, 0), "a": ("time", 31556952, 0),
    "10.a": ("time", 315569520, 0), "100.a": ("time", 3155695200, 0), "km/h": ("speed", 1, 0),
    "[mi_i]/h": ("speed", 1.609344, 0), "m/s": ("speed", 3.6, 0), "[kn_i]": ("speed", 1.852, 0),
    "W": ("power", 1, 0), "kW": ("power", 1e3, 0), "MW": ("power", 1e6, 0), "GW": ("power", 1e9, 0),
    "TW": ("power", 1e12, 0), "[HP]": ("power", 745.7, 0), "W.h": ("energy", 1, 0), "kW.h": ("energy", 1e3, 0),
    "MW.h": ("energy", 1e6, 0), "GW.h": ("energy", 1e9, 0), "TW.h": ("energy", 1e12, 0),
    "By": ("data", 1, 0), "kBy": ("data", 1e3, 0), "MBy": ("data", 1e6, 0), "GBy": ("data", 1e9, 0),
    "TBy": ("data", 1e12, 0), "kPa": ("pressure", 1e3, 0), "MPa": ("pressure", 1e6, 0), "GPa": ("pressure", 1e9, 0),
    "Hz": ("frequency", 1, 0), "kHz": ("frequency", 1e3, 0), "MHz": ("frequency", 1e6, 0),
    "GHz": ("frequency", 1e9, 0),
}  # fmt: skip
_COINS = {"cent": ("USD", "EUR", "AUD", "CAD", "NZD"), "penny": ("GBP",), "sen": ("MYR",)}


def compatible(a: Figure, b: Figure) -> Compatibility:
    """What two figures of the same quantity are to each other; the order does not matter.

    UNRELATED: their units measure different things, or are two currencies. Whether both are about the same quantity is
    not asked here. A change ("from 208 to 193") counts as where it ended.
    """
    if "score" in (a.head, b.head):
        return _scores(a, b)
    kind = _common_kind(a, b)
    if kind is None:
        return Compatibility.UNRELATED
    x, y = _said(a, kind), _said(b, kind)
    if x is None or y is None:
        return Compatibility.UNRELATED
    if _same_value(x, y):
        return _of_one_value(x.qualifier, y.qualifier)
    return Compatibility.COMPATIBLE if _fit(x, y, a.unit != b.unit) else Compatibility.CONFLICT


def _scores(a: Figure, b: Figure) -> Compatibility:
    """Scores are the same in either order of the sides, and comparable with scores only."""
    if a.head != b.head:
        return Compatibility.UNRELATED
    same = {a.low, a.high} == {b.low, b.high}
    return Compatibility.EQUAL if same else Compatibility.CONFLICT


def _common_kind(a: Figure, b: Figure) -> str | None:
    """The kind of quantity that both figures can be read as, or None."""
    kinds_a, kinds_b = _kinds(a), _kinds(b)
    return next((kind for kind in kinds_a if kind in kinds_b), None)


def _kinds(figure: Figure) -> tuple[str, ...]:
    """What a figure may measure, likeliest first; a bare number may lack the unit that the other has printed."""
    if figure.unit in _UNITS:
        return (_UNITS[figure.unit][0], "bare") if figure.head == "age" else (_UNITS[figure.unit][0],)
    if figure.unit is not None:
        return (figure.unit,)
    if figure.head in _COINS:
        return _COINS[figure.head]
    if figure.value is not None and 0 < figure.value < 1:
        return ("part", "count")
    return ("count",) if figure.head else ("count", "bare")


def _said(figure: Figure, kind: str) -> _Said | None:
    """The figure in base units."""
    factor, offset = 1.0, 0.0
    if figure.unit in _UNITS and kind == _UNITS[figure.unit][0]:
        _, factor, offset = _UNITS[figure.unit]
    elif figure.head in _COINS and figure.unit is None and kind != "count":
        factor = 0.01
    value = figure.value
    if value is None:
        if figure.low is None or figure.high is None:
            return None
        low, high = sorted((figure.low, figure.high))
        return _Said(kind, None, low * factor + offset, high * factor + offset, 0.0, figure.qualifier)
    qualifier = Qualifier.EXACT if figure.change else figure.qualifier
    low, high, step = _interval(value, qualifier)
    bounds = (value * factor + offset, low * factor + offset, high * factor + offset)
    return _Said(kind, *bounds, step * factor, qualifier, tens=step == 10 and abs(value) < 1000)


def _interval(value: float, qualifier: Qualifier) -> tuple[float, float, float]:
    """What a figure admits, and the step it is printed to.

    "More than 200" admits up to the next rounding step or a tenth more; "at least 200" anything above; "nearly 200" a
    tenth less.
    """
    step, size = rounding_step(value), abs(value)
    reach = max(size * _REACH, min(step, size / 3))
    about = max(size * _ABOUT, min(step / 2, size * _ABOUT * 2))
    match qualifier:
        case Qualifier.ABOUT:
            return value - about, value + about, step
        case Qualifier.MORE_THAN:
            return value, value + reach, step
        case Qualifier.LESS_THAN:
            return value - reach, value, step
        case Qualifier.NEARLY:
            return value - size * _REACH, value, step
        case Qualifier.AT_LEAST:
            return value, _FAR, step
        case Qualifier.UP_TO:
            return -_FAR, value, step
        case _:
            return value, value, step


def rounding_step(value: float) -> float:
    """The step that a number is visibly rounded to: 100 for 2,800, 1 for 2,799, 0.1 for 7.5."""
    if value == 0 or abs(value) >= 1e15:
        return 1.0
    if value == int(value):
        whole, step = abs(int(value)), 1
        while whole % (step * 10) == 0:
            step *= 10
        return float(step)
    decimals = len(f"{value:.10f}".rstrip("0").split(".")[1])
    return 10.0**-decimals


def _same_value(x: _Said, y: _Said) -> bool:
    """One value, or the same two bounds."""
    if x.value is not None and y.value is not None:
        return abs(x.value - y.value) <= 1e-9 + 1e-6 * abs(x.value)
    if x.value is None and y.value is None:
        return (x.low, x.high) == (y.low, y.high)
    return False


_ABOVE = {Qualifier.MORE_THAN}
_BELOW = {Qualifier.LESS_THAN, Qualifier.NEARLY}


def _of_one_value(p: Qualifier, q: Qualifier) -> Compatibility:
    """Two figures with one number: their qualifiers decide."""
    for a, b in ((p, q), (q, p)):
        if a in _ABOVE and b in _BELOW | {Qualifier.UP_TO}:
            return Compatibility.CONFLICT
        if a in _BELOW and b is Qualifier.AT_LEAST:
            return Compatibility.CONFLICT
    strict = _ABOVE | _BELOW
    if (p in strict) != (q in strict) and Qualifier.EXACT in (p, q):
        return Compatibility.COMPATIBLE
    return Compatibility.EQUAL


def _fit(x: _Said, y: _Said, converted: bool) -> bool:
    """Do two figures of different value leave a value that both admit?"""
    slack = max(abs(x.low), abs(y.low)) * _CONVERTED if converted and _FAR not in (abs(x.low), abs(y.low)) else 0.0
    low, high = max(x.low, y.low), min(x.high, y.high) + slack
    point = x.low == x.high or y.low == y.high
    if low < high or (point and low <= high + 1e-9):
        return True
    if x.value is None or y.value is None or Qualifier.EXACT not in (x.qualifier, y.qualifier):
        return False
    forth = not y.tens and _rounds(x.value, y.value, y.step, x.step)
    return forth or (not x.tens and _rounds(y.value, x.value, x.step, y.step))


def _rounds(fine: float, coarse: float, step: float, fine_step: float) -> bool:
    """Is ``coarse`` what ``fine`` becomes when it is rounded to the step of ``coarse``? (2,799 and 2,800)"""
    if step <= fine_step or abs(fine - coarse) > _ROUNDED * abs(fine):
        return False
    return abs(round(fine / step) * step - coarse) < step * 1e-6
