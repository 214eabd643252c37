using CsCheck;
using DiscourseLens.Series;
using DiscourseLens.Series.Facets;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Series.Facets;

public sealed class FacetRollupTests : IDisposable
{
    private const string Counts = "select fac.value || ' ' || sum(par.n) from series_author_day_by par join facet fac on fac.id = par.facet_id where par.target = 'all' and par.scorer_id = par.gate_id group by fac.id order by fac.kind, fac.value";

    private readonly StoreBuilder _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Run_KeepsWhatARecountOfThePostsGives_WhateverTheStoreHolds() => RandomStore.Plans.Sample(
        plan =>
        {
            using var random = RandomStore.Make(plan, rounds: 3, new());
            Assert.Equal(
                random.Store.Rows(Recount(random.Store)),
                random.Store.Rows(
                    """
                    select fac.kind, fac.value, par.community_id, par.target, par.day_ms, par.scorer_id, par.cluster_id, par.n, round(par.value_sum, 9), par.favor, par.against, par.neutral
                    from series_author_day_by par join facet fac on fac.id = par.facet_id
                    order by 1, 2, 3, 4, 5, 6, 7
                    """));
        },
        iter: 20, threads: 1);

    [Fact]
    public void Run_GivesLanguagesThatAddUpToAllPosts_WhateverTheStoreHolds() => RandomStore.Plans.Sample(
        plan =>
        {
            using var random = RandomStore.Make(plan, rounds: 2, new());
            const string Sums = "select community_id, target, day_ms, scorer_id, cluster_id, sum(n), round(sum(value_sum), 9), sum(favor), sum(against), sum(neutral) from {0} group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5";
            Assert.Equal(
                random.Store.Rows(string.Format(null, Sums, "series_author_day")),
                random.Store.Rows(string.Format(null, Sums, "(select par.* from series_author_day_by par join facet fac on fac.id = par.facet_id where fac.kind = 'language')")));

            const string Months = "select community_id, target, scorer_id, sum(n) from {0} and measure in ('volume', 'sentiment', 'net') group by 1, 2, 3 order by 1, 2, 3";
            Assert.Equal(
                random.Store.Rows(string.Format(null, Months, "series_bucket where grain = 'month'")),
                random.Store.Rows(string.Format(null, Months, "series_month_by mon join facet fac on fac.id = mon.facet_id where fac.kind = 'language'")));
        },
        iter: 20, threads: 1);

    [Fact]
    public void Run_CountsAPostOnceForEachConditionItNames_HoweverManyTermsNameIt()
    {
        Named("depress*", "for depression", "ptsd", "alcoholi*", "mental health");

        Assert.Equal(["addiction 1", "alcohol 1", "depression 1", "ptsd 1", "und 1"], _store.RollUp().Rows(Counts));
    }

    [Fact]
    public void Run_KeepsTheConditions_WhenTheTextAndItsPlacesAreGone()
    {
        var post = Named("ptsd");
        _store.RollUp().Execute("delete from mention where item_id = @post", new { post });
        Again();

        Assert.Equal(["ptsd 1", "und 1"], _store.Rows(Counts));
    }

    [Fact]
    public void Run_ReadsTheConditionsAgain_WhenTheListIsAnother()
    {
        var (read, gone) = (Named("ptsd"), Named("ocd"));
        _store.RollUp().Execute("delete from mention where item_id = @gone", new { gone });
        _store.Execute("update item_condition set condition = 'grief'");
        _store.Execute("update series_setting set facets = 'condition:00000000 language'");

        _store.RollUp();

        Assert.Equal([$"{read} ptsd", $"{gone} grief"], _store.Rows("select item_id || ' ' || condition from item_condition order by item_id"));
        Assert.Equal(["grief 1", "ptsd 1", "und 2"], _store.Rows(Counts));
    }

    [Fact]
    public void Run_KeepsTheKindsThatWereChosen_AndNoOther()
    {
        Named("ptsd");
        _store.RollUp();
        _store.RollUp(new() { Facets = FacetKind.Condition });
        Assert.Equal(["ptsd 1"], _store.Rows(Counts));
        Assert.Equal(["ptsd"], _store.Rows("select value from facet where held = 1"));

        _store.RollUp(new() { Facets = FacetKind.None });
        Assert.Empty(_store.Rows(Counts));
        Assert.Empty(_store.Rows("select * from series_month_by"));
    }

    [Fact]
    public void Run_MarksEveryDay_WhenTheStoreIsFromBeforeFacets()
    {
        Named("ptsd");
        _store.RollUp().Execute("delete from series_author_day_by; delete from series_month_by; update facet set held = 0; update series_setting set facets = ''");

        Assert.Equal(["ptsd 1", "und 1"], _store.RollUp().Rows(Counts));
        Assert.Equal([$"condition:{Conditions.Hash} language age"], _store.Rows("select facets from series_setting"));
    }

    private long Named(params string[] terms) =>
        _store.Post("2023-01-10", _store.Insert("insert into community (source_id, name, name_key, class) values (@SourceId, 'c' || (select count(*) from community), 'c' || (select count(*) from community), 'general')", new { _store.SourceId }), terms: terms);

    private void Again() => new Rollup(_store.Database).Rebuild(CancellationToken.None);

    // Post by post, from the tables that scoring writes.
    private static string Recount(StoreBuilder store)
    {
        var terms = string.Join(", ", Conditions.All.SelectMany(each => each.Terms.Select(term => $"('{term}', '{each.Id}')")));
        return $"""
            with names (term, condition) as (values {terms}),
            part (kind, value, item_id) as (
                select distinct 'condition', nam.condition, men.item_id from mention men join names nam on nam.term = men.term
                union all
                select 'language', coalesce(language, 'und'), id from item
                union all
                select distinct 'age', iif(fixed_age_ms = 604800000, '7d', '36h'), item_id from capture where state = 'live' and fixed_age_ms is not null
            ),
            said (item_id, target, scorer_id, value, favor, against, neutral) as (
                select item_id, target, {store.Gate}, 0.0, 0, 0, 0 from relevance_score where relevant = 1
                union all
                select rel.item_id, rel.target, {store.Sentiment}, sen.compound, 0, 0, 0
                from relevance_score rel join sentiment_score sen on sen.item_id = rel.item_id where rel.relevant = 1
                union all
                select rel.item_id, rel.target, {store.Stance}, 0.0, sta.label = 'FAVOR', sta.label = 'AGAINST', sta.label = 'NEUTRAL'
                from relevance_score rel join stance_score sta on sta.item_id = rel.item_id and sta.target = rel.target
                where rel.relevant = 1 and sta.label <> 'UNRELATED'
            )
            select par.kind, par.value, ite.community_id, sai.target, ite.created_ms / 86400000 * 86400000, sai.scorer_id, coalesce(ite.author_id, -ite.id),
                count(*), round(sum(sai.value), 9), 1.0 * sum(sai.favor), 1.0 * sum(sai.against), 1.0 * sum(sai.neutral)
            from part par join item ite on ite.id = par.item_id join said sai on sai.item_id = par.item_id
            group by 1, 2, 3, 4, 5, 6, 7
            order by 1, 2, 3, 4, 5, 6, 7
            """;
    }
}
