"""Common given names by the pronoun that they take; names of both are left out."""

MALE = frozenset(
    """
    james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
    donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary
    nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick
    jack dennis jerry tyler aaron jose henry adam douglas nathan peter zachary kyle walter ethan jeremy harold keith
    christian roger noah gerald carl arthur austin sean lawrence joe juan luis carlos miguel pedro antonio manuel
    francisco jorge mohammed muhammad mohamed ahmed ali hassan omar ibrahim mustafa abdul khalid yusuf vladimir
    volodymyr sergei sergey dmitry dmitri alexei mikhail ivan andrei nikolai boris oleg yuri viktor igor jens hans
    klaus jürgen lars sven erik karl olaf friedrich emmanuel pierre jacques françois michel bill bob tom jim mike dave
    steve chris matt dan tony tim nick ben sam greg bernie barack mitt ted marco jeb newt narendra rahul rajesh xi
    hiroshi kenji takeshi shinzo fumio antony lloyd recep bashar bernard ian simon graham nigel keir rishi gordon alan
    colin neil stuart albert alfred antonin arnold arturo bruno carlo cesar clarence claude clayton clifford clint
    curtis darren dean derek dominic donnie duncan dylan earl eddie edgar edwin elijah elliott elon ernest esteban
    eugene evan fabio felipe felix fernando floyd frederick gavin geoffrey gilbert giorgio giovanni giuseppe glenn
    gonzalo gustavo harrison harry hector herbert herman howard hubert hugh hugo isaac ismail ivo javier jerome jimmy
    joel johan jonas josef josh julian kurt leonard leo leon lewis logan louis luca lucas luther malcolm manfred
    marcel marcos mario martin marvin matteo mauricio maurice max melvin milton mitch moritz nathaniel nelson norman
    oliver oscar otto owen pablo pavel phil philip phillip rafael ralph ramon randall randy ray reginald ricardo rick
    rob roberto rodney rodrigo roland ron ross roy rupert russell santiago sebastian seth sergio shane shaun stanley
    stefan stewart theodore thiago timo todd tomas travis trevor ulrich vernon victor vince vincent wayne wesley
    wilhelm willie winston wolfgang zoltan bobby danny freddie gerard neal stan akira hideki kazuo satoshi taro
    yoshihide amit anil arun arvind ashok deepak manish mohan mukesh rajiv ravi sanjay suresh vijay vikram abdullah
    bilal faisal hamid hussein jamal karim khaled mahmoud majid nasser osama rashid saeed saleh salman samir tarek
    tariq youssef ziad kwame kofi sipho thabo cyril uhuru olusegun muhammadu goodluck aleksandr alexey anatoly andriy
    denys dmytro evgeny gennady kirill konstantin leonid maksim maxim mykola oleksandr oleksiy petro ruslan serhiy
    stanislav taras vadim valery vasily vitaly vitali vyacheslav yaroslav yevgeny yury
    """.split()  # noqa: SIM905
)
FEMALE = frozenset(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley
    kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen
    amy angela shirley anna brenda pamela emma nicole helen samantha katherine catherine christine debra rachel
    carolyn janet virginia maria heather diane julie joyce victoria kelly christina joan evelyn judith megan cheryl
    andrea hannah martha jacqueline frances gloria ann anne teresa kathryn sara janice alice madison doris abigail
    julia judy grace denise amber marilyn beverly danielle theresa sophia marie diana brittany natalie isabella
    charlotte rose alexis kayla fatima aisha khadija leila layla olga svetlana svitlana natalia tatiana irina elena
    yulia oksana ingrid astrid ursula sofia lucia carmen ana rosa isabel hillary kamala nikki tulsi melania ivanka
    priya indira sonia sanna mette liz nicola priti suella yvette jacinda gillian penny ghislaine ada adele agnes
    aimee alexandra alicia alison allison amelia anita annabel annette annie audrey ava beatrice becky bernadette
    bethany betsy bianca bonnie bridget camilla carla caroline carrie cassandra cecilia celia charlene chloe claire
    clara claudia colleen connie cristina crystal daisy daniela daphne dawn deanna debbie dolores doreen edith eileen
    elaine eleanor elisa elise eliza ella ellen eloise elsa emilia erica erika erin esther eva fiona florence
    francesca freya gabriela gail geraldine gina giorgia greta gretchen gwen hazel heidi helena hilda holly ida imogen
    irene iris isabelle ivy jane jasmine jeanette jenna jenny jill joanna joanne jodi josephine juanita juliana juliet
    karin kate kathy katie katrina kirsten krista kristen kristin lara lauren leah lena leona lillian lily lorraine
    louise lucy luisa lydia mabel mandy marcia margarita margot mariana marianne marina marissa marjorie marlene marta
    martina maureen maxine maya mercedes meredith mia mildred miranda miriam moira molly monica monique muriel nadia
    nadine naomi natasha nina nora norma olivia patti paula pauline peggy phoebe phyllis priscilla rachael ramona
    regina renee rhonda rita roberta rosalind rosemary roxanne ruby ruth sabrina sadie sally samira selena sheila
    silvia simone stella sue susanna suzanne sylvia tabitha tamara tammy tanya tara tess thelma tina trudy valerie
    vanessa vera veronica viola wanda wendy yasmin yolanda yvonne zara zoe anastasia ekaterina galina ksenia larisa
    lyudmila mariya nadezhda natalya polina tatyana valentina viktoriya yelena amina hanan mariam rania salma zainab
    zahra anjali deepa kavita lakshmi meena nirmala pooja smriti sunita sushma ngozi nkosazana thuli winnie camila
    dilma paloma pilar ximena birgit elin frida gro hanne helle inger liv marit solveig
    """.split()  # noqa: SIM905
)
