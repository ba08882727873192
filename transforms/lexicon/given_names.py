"""Common given names by the pronoun that they take; names of both are left out."""

MALE = frozenset(
    """
    james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
    donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary
    nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond
    patrick jack dennis jerry tyler aaron jose henry adam douglas nathan peter zachary kyle walter ethan jeremy
    harold keith christian roger noah gerald carl arthur austin sean lawrence joe juan luis carlos miguel pedro
    antonio manuel francisco jorge mohammed muhammad mohamed ahmed ali hassan omar ibrahim mustafa abdul khalid
    yusuf vladimir volodymyr sergei sergey dmitry dmitri alexei mikhail ivan andrei nikolai boris oleg yuri viktor
    igor jens hans klaus jürgen lars sven erik karl olaf friedrich emmanuel pierre jacques françois michel bill
    bob tom jim mike joe dave steve chris matt dan tony tim nick ben sam greg bernie barack mitt ted marco jeb newt
    narendra rahul rajesh xi hiroshi kenji takeshi shinzo fumio antony lloyd recep benjamin bashar bernard ian simon
    graham nigel keir rishi gordon alan colin neil stuart
    """.split()  # noqa: SIM905
)
FEMALE = frozenset(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra
    ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura
    cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine catherine
    christine debra rachel carolyn janet virginia maria heather diane julie joyce victoria kelly christina joan
    evelyn judith megan cheryl andrea hannah martha jacqueline frances gloria ann anne teresa kathryn sara janice
    alice madison doris abigail julia judy grace denise amber marilyn beverly danielle theresa sophia marie
    diana brittany natalie isabella charlotte rose alexis kayla fatima aisha khadija leila layla olga svetlana
    svitlana natalia tatiana irina elena yulia oksana ingrid astrid ursula sofia lucia carmen ana rosa isabel
    hillary kamala nikki tulsi melania ivanka priya indira sonia sanna mette liz nicola priti suella yvette
    jacinda gillian penny ghislaine
    """.split()  # noqa: SIM905
)
