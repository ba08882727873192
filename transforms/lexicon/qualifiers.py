"""Words before or after a number that say how exactly it is meant."""

BEFORE = {
    tuple(phrase.split()): qualifier
    for qualifier, phrases in {
        "approx": (
            "about, around, approximately, approx, approx., roughly, nearly, almost, some, circa, ca., c., ~, "
            "≈, close to, "
            "closer to, an estimated, estimated, just about, in the region of, in the neighborhood of, "
            "in the order of, "
            "somewhere around, somewhere near, more or less, virtually, practically, nearly about, "
            "an average of about, "
            "an approximate, as high as roughly, near, nearing, approaching, very nearly"
        ),
        "more_than": (
            "more than, over, above, exceeding, in excess of, upwards of, upward of, north of, greater than, "
            "higher than, "
            "larger than, just over, just above, well over, well above, a little over, a little more than, "
            "slightly over, "
            "slightly more than, just more than, far more than, well more than, much more than, longer than, "
            "bigger than, older than, over the age of, above the age of, "
            "exceeded, exceeds, exceed, surpassing, surpassed, topped, topping, >, not less"
        ),
        "at_least": (
            "at least, no fewer than, no less than, not less than, a minimum of, minimum of, minimum, as few as, "
            "as little as, at a minimum, at the very least, ≥"
        ),
        "less_than": (
            "less than, under, below, fewer than, just under, just below, well under, well below, lower than, "
            "slightly less than, slightly under, a little less than, a little under, smaller than, south of, "
            "younger than, under the age of, below the age of, "
            "shorter than, just shy of, shy of, just short of, short of, beneath, <, barely under, "
            "sub, sub-"
        ),
        "at_most": (
            "at most, up to, as many as, as much as, no more than, not more than, a maximum of, maximum of, maximum, "
            "as high as, as long as, at the most, max, max., no longer than, no higher than, not exceeding, ≤, until, "
            "within"
        ),
    }.items()
    for phrase in phrases.split(", ")
}
# Before a noun with an amount: "a maximum value of $5".
BOUNDS = {"maximum": "at_most", "maximal": "at_most", "minimum": "at_least", "minimal": "at_least"}
LONGEST_BEFORE = max(map(len, BEFORE))

AFTER = {
    tuple(phrase.split()): qualifier
    for qualifier, phrases in {
        "at_least": "or more, or above, or over, or older, or higher, or greater, or longer, plus, +, at least, "
        "and over, "
        "and above, and older, and up, or better",
        "at_most": "or less, or fewer, or below, or under, or younger, at most, max, maximum, tops, or lower",
        "approx": "or so, or thereabouts, odd, or close to it, approximately, -ish",
    }.items()
    for phrase in phrases.split(", ")
}
LONGEST_AFTER = max(map(len, AFTER))
