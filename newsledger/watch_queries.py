"""What is asked of the ledger for each kind of watch.

Each query takes $run, $about, $place and $unit, and yields one row per finding: `subject`, a key that stays the same;
`what` it is about; `state`, the values; `title` of its story; `evidence`, the claims with their sentences.
"""

_MOST = 20  # findings a watch tells of in one run, the greatest first; more are no news but a wrong watch

_NEWS_CYCLE_MINUTES = 12 * 60

_EVIDENCE = """{
    'outlet': outlet, 'source': source, 'published_at': published_at, 'sentence': sentence, 'url': url,
    'claim_id': claim_id
}"""

_PLAIN = "' ' || trim(regexp_replace(lower({text}), '[^\\pL\\pN]+', ' ', 'g')) || ' '"
_CONCEPT = _PLAIN.format(text="concat_ws(' ', c.concept, c.predicate)")
_PLACE = _PLAIN.format(text="concat_ws(' ', c.place.country, c.place.text, d.title)")

# Claims `c` of documents `d` that a watch is about: what is said to be so, about its words, in its places.
_WATCHED = f"""
    c.factuality = 'fact' and c.change_role is distinct from 'difference'
    and ($unit is null or c.unit = $unit)
    and (len($about) = 0 or len(list_filter($about, lambda w: contains({_CONCEPT}, w))) > 0)
    and (len($place) = 0 or len(list_filter($place, lambda w: contains({_PLACE}, w))) > 0)
"""

_PASSES = f"""
    with passing as (
        select d.story_id, c.concept, c.unit, c.low, c.high, c.text, c.sentence, c.claim_id,
            d.outlet, d.source, d.published_at, d.url
        from current_claims c join current_documents d using (document_id)
        where (c.low > $above or c.high < $below) and {_WATCHED}
        and d.story_id in (select x.story_id from documents x join claims y using (document_id) where y.run_id = $run)
    ),
    extreme as (
        select * from passing
        qualify row_number() over (
            partition by story_id order by case when low > $above then -low else high end, published_at, claim_id
        ) = 1
    )
    select e.story_id as subject, coalesce(e.concept, e.unit) as what, e.text as state, s.title,
        [{_EVIDENCE}] as evidence
    from extreme e left join current_stories s using (story_id)
    order by abs(coalesce(e.low, e.high)) desc limit {_MOST}
"""

# The latest claim of each outlet on a figure that this run has touched; copies say nothing of their own. Of claims
# further apart than a news cycle, the later may know more, and an open bound excludes nothing on its side.
_DISAGREE = f"""
    with said as (
        select f.figure_id, f.concept, f.unit, f.story_id, c.claim_id, c.sentence,
            d.outlet, d.source, d.published_at, d.url, c.low as least, c.high as most
        from (select *, unnest(claim_ids) as claim_id from current_figures where run_id = $run) f
        join current_claims c using (claim_id)
        join current_documents d using (document_id)
        where d.copy_of is null and {_WATCHED}
        qualify row_number() over (partition by f.figure_id, d.outlet order by d.published_at desc, c.start) = 1
    ),
    apart as (
        select more.figure_id, more.concept, more.story_id, more.outlet || ' ' || format('{{:,g}}', more.least)
                || ' against ' || less.outlet || ' ' || format('{{:,g}}', less.most) || ' ' || more.unit as state,
            100 * (more.least - less.most) / abs(less.most) as percent,
            [more_evidence, less_evidence] as evidence
        from (select *, {_EVIDENCE} as more_evidence from said) more
        join (select *, {_EVIDENCE} as less_evidence from said) less using (figure_id)
        where less.most <> 0 and more.least > less.most
        and abs(date_diff('minute', more.published_at, less.published_at)) <= {_NEWS_CYCLE_MINUTES}
        qualify row_number() over (partition by more.figure_id order by percent desc) = 1
    )
    select a.figure_id as subject, a.concept as what, a.state, s.title, a.evidence
    from apart a left join current_stories s using (story_id)
    where percent > $percent order by percent desc limit {_MOST}
"""

# A newer version of an article gives another number for the one thing that both versions measure alike, and says
# neither that it was corrected, nor what it said before, nor that the number rose or fell.
_NOTED = r"'\b(correct(ed|ion|ions|s)|clarif(ied|ication)|amended|misstated|(earlier|previous) version)\b'"
_CHANGED_SILENTLY = rf"""
    with fresh as (select * from current_documents where run_id = $run and version > 1),
    former as (
        select d.* from documents d join fresh f using (article_id) where d.version < f.version
        qualify row_number() over (partition by d.article_id order by d.version desc, d.recorded_at desc) = 1
    ),
    read as (
        select c.*, d.article_id, d.outlet, d.source, d.published_at, d.url, d.title, d.story_id,
            d.version, lower(c.concept) as measured
        from claims c join (from fresh union all by name from former) d using (document_id)
        where c.concept is not null and {_WATCHED}
        qualify row_number() over (
            partition by c.claim_id order by c.superseded_at is null desc, c.recorded_at desc
        ) = 1
    ),
    single as (
        select *, {_EVIDENCE} as proof from read
        qualify count(*) over (partition by document_id, measured, unit, predicate, change_role) = 1
    )
    select n.claim_id as subject, n.concept as what, o.text || ' became ' || n.text as state,
        n.title, [o.proof, n.proof] as evidence
    from single n
    join fresh f using (document_id)
    join single o on o.article_id = n.article_id and o.document_id <> n.document_id
        and o.measured = n.measured and o.unit = n.unit
        and o.predicate is not distinct from n.predicate and o.change_role is not distinct from n.change_role
    where (o.low, o.high) is distinct from (n.low, n.high) and n.trend is null
    and not contains(f.text, o.text)
    and (
        not regexp_matches(lower(f.text), {_NOTED})
        or regexp_matches((select lower(p.text) from former p where p.article_id = n.article_id), {_NOTED})
    )
    order by abs(coalesce(n.low, n.high) - coalesce(o.low, o.high)) desc limit {_MOST}
"""

QUERIES = {"passes": _PASSES, "disagree": _DISAGREE, "changed_silently": _CHANGED_SILENTLY}
