-- No actor may be without a name, nor with one of blanks only.
-- severity: failure
select actor.actor_id
from eventdb.actor
where btrim(actor.name) = ''
union all
select named.article_id as actor_id
from eventdb.article_actor as named
where btrim(named.name) = '';
