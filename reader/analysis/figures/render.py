"""The short form of a figure, for a cell of a table."""

from __future__ import annotations

from fractions import Fraction

from reader.analysis.reading import Figure, Qualifier

_SIGNS: dict[Qualifier, tuple[str, str]] = {
    Qualifier.EXACT: ("", ""),
    Qualifier.ABOUT: ("≈ ", "~"),
    Qualifier.MORE_THAN: ("> ", ">"),
    Qualifier.AT_LEAST: ("≥ ", ">="),
    Qualifier.LESS_THAN: ("< ", "<"),
    Qualifier.UP_TO: ("≤ ", "<="),
    Qualifier.NEARLY: ("≲ ", "~<"),
    Qualifier.BETWEEN: ("", ""),
    Qualifier.VAGUE: ("", ""),
}
_MONEY = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥", "INR": "₹", "ILS": "₪", "KRW": "₩", "AUD": "A$", "CAD": "C$",
          "NZD": "NZ$", "HKD": "HK$", "SGD": "S$", "BRL": "R$"}  # fmt: skip
_UNITS = {
    "[mi_i]": "mi", "[nmi_i]": "nmi", "[yd_i]": "yd", "[ft_i]": "ft", "[in_i]": "in", "[ly]": "ly", "m2": "m²",
    "km2": "km²", "m3": "m³", "[smi_us]": "sq mi", "[sft_i]": "sq ft", "[syd_i]": "sq yd", "har": "ha",
    "[acr_us]": "acres", "[cft_i]": "cu ft", "[cin_i]": "cu in", "ug": "µg", "um": "µm", "[ston_av]": "tons",
    "[lb_av]": "lb", "[oz_av]": "oz", "[stone_av]": "st", "[ft_i].[lbf_av]": "lb ft", "[gal_us]": "gal",
    "[bbl_us]": "bbl", "[pt_us]": "pt", "[qt_us]": "qt", "[foz_us]": "fl oz", "Cel": "°C", "[degF]": "°F", "deg": "°",
    "d": "days", "wk": "weeks", "mo": "months", "a": "years", "10.a": "decades", "100.a": "centuries",
    "[mi_i]/h": "mph", "[mi_i]/[gal_us]": "mpg", "[kn_i]": "kn", "{rev}/min": "rpm", "[HP]": "hp", "N.m": "Nm",
    "W.h": "Wh", "kW.h": "kWh", "MW.h": "MWh", "GW.h": "GWh", "TW.h": "TWh", "mA.h": "mAh", "By": "B", "kBy": "kB",
    "MBy": "MB", "GBy": "GB", "TBy": "TB", "[ppm]": "ppm", "[ppb]": "ppb", "[pixel]": "MP",
}  # fmt: skip
_ONE = {"days": "day", "weeks": "week", "months": "month", "years": "year", "decades": "decade", "centuries": "century",
        "acres": "acre", "tons": "ton"}  # fmt: skip
_VAGUE: dict[tuple[float, float], str] = {
          (36, 99): "several dozen", (300, 999): "several hundred", (3000, 9999): "several thousand",
          (24, 99): "dozens",          (40, 199): "scores", (200, 999): "hundreds", (2000, 9999): "thousands",
          (20000, 99999): "tens of thousands", (200000, 999999): "hundreds of thousands", (2e6, 9999999): "millions",
          (2e7, 99999999): "tens of millions", (2e8, 999999999): "hundreds of millions",
          (2e9, 9999999999): "billions"}  # fmt: skip
_ASCII = str.maketrans({"²": "2", "³": "3", "°": "", "µ": "u", "–": "-", "→": "->"})
_SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))


def render(figure: Figure, ascii: bool = False) -> str:
    """ "> 300", "≈ 400", "≥ 5", "10–15", "1,400", "$2.5m", "12 %", "dozens"; in ASCII "~400", ">=5", "10-15".

    What is counted is not part of it. A change is "208 → 193", a score "2–0", an age "aged 45".
    """
    low, high, value = figure.low, figure.high, figure.value
    if low is not None and high is not None and (value is None or figure.change):
        body = _two(figure, low, high)
    elif value is not None:
        body = _with_unit(_number(value, figure.unit), figure, value == 1)
    else:
        return "?"
    sign = _SIGNS[figure.qualifier][ascii]
    if figure.head == "age" and figure.unit in ("a", None) and figure.qualifier is not Qualifier.VAGUE:
        body, sign = f"aged {sign}{_bare(body)}", ""
    text = sign + body
    return _to_ascii(text, figure) if ascii else text


def _bare(body: str) -> str:
    return body.removesuffix(" years").removesuffix(" year")


def _to_ascii(text: str, figure: Figure) -> str:
    """Signs of currencies become their codes, the rest its nearest letters."""
    if figure.unit in _MONEY and not _MONEY[figure.unit].isascii():
        text = text.replace(_MONEY[figure.unit], f"{figure.unit} ")
    return text.translate(_ASCII)


def _two(figure: Figure, low: float, high: float) -> str:
    """Both ends of a range, a change, a score, or the word for vague bounds."""
    if figure.qualifier is Qualifier.VAGUE and (word := _VAGUE.get((low, high))):
        return _with_unit(word, figure, False) if figure.unit not in _MONEY else f"{word} {figure.unit}"
    joint = " → " if figure.change else "–"
    first, second = _number(low, figure.unit), _number(high, figure.unit)
    suffixes = {text.lstrip("-0123456789.,/") for text in (first, second)}
    if len(suffixes) == 1 and not figure.change:
        first = first.removesuffix(suffixes.pop())  # "$89–93bn"
    elif figure.unit in _MONEY:
        return f"{_MONEY[figure.unit]}{first}{joint}{_MONEY[figure.unit]}{second}"
    return _with_unit(first + joint + second, figure, False)


def _with_unit(number: str, figure: Figure, one: bool) -> str:
    """The number with sign or symbol of its unit."""
    unit = figure.unit
    if unit is None:
        return f"{number}×" if figure.head == "time" and figure.counted is None else number
    if unit in _MONEY:
        return f"-{_MONEY[unit]}{number[1:]}" if number.startswith("-") else _MONEY[unit] + number
    if len(unit) == 3 and unit.isupper() and unit.isalpha():
        return f"{unit} {number}"
    printed = _UNITS.get(unit, unit)
    return f"{number}{printed}" if printed == "°" else f"{number} {_ONE.get(printed, printed) if one else printed}"


def _number(value: float, unit: str | None) -> str:
    """Digits with commas; millions and more as "2.5m" where that loses nothing; parts as fractions."""
    for scale, suffix in _SCALES:
        if abs(value) >= scale and abs(value / scale * 1000 - round(value / scale * 1000)) < 1e-6:
            return f"{value / scale:.3f}".rstrip("0").rstrip(".") + suffix
    if value == int(value):
        return f"{int(value):,}"
    if unit is None and 0 < value < 1:
        part = Fraction(value).limit_denominator(12)
        if abs(float(part) - value) < 1e-9:
            return f"{part.numerator}/{part.denominator}"
        if value <= 0.01 and abs(1 / value - round(1 / value)) < 1e-6:
            return f"1/{round(1 / value):,}"
    return f"{value:,.6f}".rstrip("0").rstrip(".") if abs(value) >= 1e-4 else f"{value:g}"
