using CsCheck;
using DiscourseLens.Database;
using DiscourseLens.Scoring;
using DiscourseLens.Scoring.Sentiment;

namespace DiscourseLens.Tests.Scoring;

public sealed class ScoringRunTests
{
    private static readonly Gen<(int Posts, int Seed)> s_stores = Gen.Select(Gen.Int[0, 2500], Gen.Int[0, 1_000_000]);

    [Fact]
    public void Run_WritesTheSame_WhateverTheNumberOfWorkers() => s_stores.Sample(
        plan =>
        {
            using var one = ThreadStore.Random(plan.Posts, plan.Seed);
            using var four = ThreadStore.Random(plan.Posts, plan.Seed);
            var (first, second) = (one.Score(workers: 1), four.Score(workers: 4));
            Assert.Equal(first with { Time = default }, second with { Time = default });
            Assert.Equal(one.Tables(), four.Tables());
        },
        iter: 12, threads: 1);

    [Fact]
    public void Run_WritesTheSame_WhenScorersAreNamedOneAfterTheOther() => Gen.Select(
        s_stores, Gen.Shuffle(new[] { ScorerKinds.Relevance, ScorerKinds.Sentiment, ScorerKinds.Stance })).Sample(
        (plan, order) =>
        {
            using var whole = ThreadStore.Random(plan.Posts, plan.Seed);
            using var parts = ThreadStore.Random(plan.Posts, plan.Seed);
            whole.Score();
            foreach (var scorer in order)
                parts.Score(scorer, workers: 2);
            Assert.Equal(whole.Tables(), parts.Tables());
        },
        iter: 12, threads: 1);

    [Fact]
    public void Run_WritesTheConditionsThatRelevantPostsNameThemselves()
    {
        using var store = ThreadStore.Chain(replies: 2);
        store.Score();

        // The replies are relevant by their thread, and name none.
        Assert.Equal(["1|ptsd"], store.Rows("select item_id, condition from item_condition"));
        Assert.Equal("3", Assert.Single(store.Rows("select count(*) from relevance_score where target = 'all' and relevant = 1")));
    }

    [Fact]
    public void Run_WritesTheSame_WhenItWasStoppedAtAnyBatch()
    {
        using var whole = ThreadStore.Random(4500, seed: 1);
        whole.Score();
        using var stopped = ThreadStore.Random(4500, seed: 1);
        for (var transactions = 1; transactions <= 3; transactions++)
        {
            var left = transactions;
            Assert.Throws<LeaseLostException>(() => stopped.Score(workers: 3, fence: _ =>
            {
                if (left-- == 0)
                    throw new LeaseLostException(new Lease(new WorkItem(7, "score", ""), 3));
            }));
        }

        // The first transaction of a run makes its scorers current; so nothing, one and two batches were written.
        Assert.Equal("3000", Assert.Single(stopped.Rows("select count(*) from relevance_score where target = 'all'")));
        stopped.Score(workers: 2);
        Assert.Equal(whole.Tables(), stopped.Tables());
    }

    [Fact]
    public void Run_ChangesNothing_WhenRunAgain()
    {
        using var store = ThreadStore.Random(1500, seed: 2);
        store.Score();
        var before = store.Tables();
        Assert.Equal(0, store.Score(workers: 2).Posts);
        Assert.Equal(before, store.Tables());
    }

    [Fact]
    public void Run_PassesRelevanceDown_AlongALongThread()
    {
        using var one = ThreadStore.Chain(6000);
        using var many = ThreadStore.Chain(6000);
        one.Score(workers: 1);
        many.Score(workers: ScoringOptions.MostWorkers);
        Assert.Equal(one.Tables(), many.Tables());
        Assert.Equal("6001", Assert.Single(one.Rows("select count(*) from relevance_score where target = 'all' and relevant = 1")));
    }

    [Theory]
    [InlineData(ScorerKinds.Relevance, "True|False|False")]
    [InlineData(ScorerKinds.Sentiment, "True|True|False")]
    [InlineData(ScorerKinds.Stance, "True|False|True")]
    [InlineData(ScorerKinds.All, "True|True|True")]
    public void Run_ScoresWhatIsAskedFor_AndTheRelevanceThatItRestsOn(ScorerKinds scorers, string expected)
    {
        using var store = ThreadStore.Random(300, seed: 3);
        store.Score(scorers);
        string Any(string table) => (store.Rows($"select count(*) from {table}").Single() != "0").ToString();
        Assert.Equal(expected, $"{Any("relevance_score")}|{Any("sentiment_score")}|{Any("stance_score")}");
    }

    [Fact]
    public void Run_ReadsRelevanceAndLanguage_WhenOnlySentimentLacks()
    {
        using var store = new ThreadStore();
        store.Execute("""
            insert into item (id, source_id, native_id, kind, community_id, thread_id, author_state, bot, created_ms, state, text_hash)
            values (1, 1, 't1', 'submission', 1, 't1', 'absent', 0, 0, 'live', x'00');
            insert into item_text (item_id, text) values (1, 'MDMA therapy' || char(10, 10) || 'It was wonderful. It was horrible.');
            """);
        store.Score();
        store.Execute("""
            update item set language = 'xx';
            update relevance_score set rule = 'kept';
            delete from mention;
            insert into mention (item_id, scorer_id, concept, start, length, term)
            select 1, scorer_id, 'mdma', 34, 1, 'x' from relevance_score where target = 'all';
            """);
        store.Score(ScorerKinds.Sentiment, mode: SentimentMode.Fixed);
        Assert.Equal(["kept|xx"], store.Rows("select distinct rule, language from relevance_score join item on id = item_id"));
        var horrible = new VaderScorer().Score("It was horrible.").Compound;
        Assert.Equal(
            [$"all|{horrible}"],
            store.Rows("select target, window_compound from sentiment_score where scorer_id = (select max(scorer_id) from sentiment_score)"));
    }

    [Fact]
    public void Run_SaysWhatToDo_WhenOnlySentimentIsAskedForUnderAnotherGate()
    {
        using var store = ThreadStore.Random(10, seed: 4);
        store.Execute("""
            insert into scorer (kind, name, version, hash, first_used_ms, current) values ('relevance', 'gate', '1', '0123456789', 0, 1)
            """);
        var error = Assert.Throws<LensException>(() => store.Score(ScorerKinds.Sentiment));
        Assert.StartsWith("The store's relevance is of gate/1/01234567 and the settings ask for term-cascade/2/", error.Message, StringComparison.Ordinal);
        Assert.Equal(["relevance|gate|1"], store.Rows("select kind, name, current from scorer"));
        store.Score(ScorerKinds.Relevance);
        Assert.Equal("10", Assert.Single(store.Rows("select count(distinct item_id) from relevance_score")));
    }
}
