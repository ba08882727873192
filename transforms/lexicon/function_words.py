"""Words that say nothing about what a text tells: function words, reporting verbs and the calendar."""

FUNCTION_WORDS = frozenset(
    """
    a about above across after again against all almost along already also although always am among an and another any
    are around as at away back be because been before being below between both but by came can cannot come could did do
    does doing done down during each either else enough even ever every few first for from further get give go going
    had has have having he her here hers him his how however i if in instead into is it its itself just last later
    least less let like made make many may me might more most much must my near nearly neither never next no nor not
    now of off often on once one only or other others our out over own per perhaps put quite rather same second see
    several shall she should since so some still such take than that the their them then there these they third this
    those though three through to too took toward towards two under until up upon us use used very was we well were what
    when where whether which while who whom whose why will with within without would yet you your
    say says said saying told tell tells asked added according statement reported reports reporters spokesman
    spokeswoman official officials people man men woman women new year years month months week weeks day days hour hours
    time number percent million billion mr mrs ms dr
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december today yesterday tomorrow
    """.split()  # noqa: SIM905
)
