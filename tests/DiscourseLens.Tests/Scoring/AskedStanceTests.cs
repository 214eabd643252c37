using System.Text.Json.Nodes;
using DiscourseLens.App;
using DiscourseLens.Scoring;
using DiscourseLens.Scoring.Stance;
using DiscourseLens.Tests.Scoring.Stance.Chat;

namespace DiscourseLens.Tests.Scoring;

/// <summary>Scoring a store by a model that is asked, and that may lie or be gone.</summary>
public sealed class AskedStanceTests
{
    private const string Unanswered = """
        select count(*) from relevance_score r left join stance_score s using (item_id, target)
        left join stance_missing m using (item_id, target) left join unscored u using (item_id)
        where r.relevant = 1 and s.item_id is null and m.item_id is null and u.item_id is null
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Run_LosesNoPost_WhateverTheEndpointDoes(int seed)
    {
        using var store = ThreadStore.Random(60, seed);
        var random = new Random(seed);
        await using (var hostile = await ChatEndpoint.StartAsync((_, items) => Any(random, items)))
            store.Score(stance: Scorer(hostile.Address));
        Assert.Equal("60", store.Rows("select count(*) from relevance_score where target = 'all'").Single());
        var missing = store.Rows("select item_id, target, reason from stance_missing");

        await using (var honest = await ChatEndpoint.StartAsync((_, items) => (200, ChatEndpoint.Label(items, "NEUTRAL"))))
        {
            var report = store.Score(stance: Scorer(honest.Address));
            Assert.Equal(0, report.StanceLater);
            // Another run has nothing to ask: neither what is scored nor what is missing for good.
            Assert.Equal(0, store.Score(stance: Scorer(honest.Address)).Usage.Requests);
        }

        Assert.Equal("0", store.Rows(Unanswered).Single());
        Assert.Equal(missing, store.Rows("select item_id, target, reason from stance_missing"));
    }

    [Fact]
    public async Task Run_KeepsACostLedger_AndDryRunWritesNothing()
    {
        using var store = ThreadStore.Random(40, seed: 4);
        await using var endpoint = await ChatEndpoint.StartAsync((_, items) => (200, ChatEndpoint.Label(items, "FAVOR")));
        store.Score(ScorerKinds.Relevance);
        var before = store.Tables();
        var dry = store.Score(ScorerKinds.Stance, stance: Scorer(endpoint.Address), dryRun: 3);
        Assert.Equal((3, 3), (dry.Posts, dry.Stance.Favor));
        Assert.Equal(before, store.Tables());
        Assert.Equal("0", store.Rows("select count(*) from scorer where name = 'chat'").Single());

        var report = store.Score(ScorerKinds.Stance, stance: Scorer(endpoint.Address));
        Assert.True(report.Usage.Requests > 3);
        Assert.Equal(
            $"{report.Usage.Requests}|{report.Usage.Requests * 1000}|{report.Usage.Requests * 50}|{report.Usage.Requests * 2500}",
            store.Rows("select requests, input_tokens, output_tokens, cost_micros from model_usage").Single());
        Assert.Equal(report.Usage.CostMicros, ModelUsageRows.SpentMicros(store.Database));
    }

    private static (int Status, string Content) Any(Random random, JsonArray items)
    {
        int choice;
        lock (random)
            choice = random.Next(7);
        return choice switch
        {
            0 => (500, "<html>oops</html>"),
            1 => (200, "{\"answers\": ["),
            2 => (200, ChatEndpoint.Label(items, "MAYBE")),
            3 => (200, """{"answers":[{"id":0,"refused":true}]}"""),
            4 => (400, "{}"),
            _ => (200, ChatEndpoint.Label(items, "FAVOR")),
        };
    }

    // The version must not name the port, which the test's two endpoints do not share.
    private static Renamed Scorer(string address) => new(StanceEngine.Make(
        new StanceSettings
        {
            Engine = StanceEngineKind.Chat,
            Chat = new ChatSettings
            {
                Endpoint = address,
                Model = "m",
                Attempts = 1,
                RequestsPerMinute = 10_000,
                Concurrency = 4,
                InputPrice = 2,
                OutputPrice = 10,
            },
        },
        spentMicros: 0));

    private sealed class Renamed(IStanceScorer scorer) : IStanceScorer
    {
        public ScorerVersion Version => new("stance", "chat", "m", "0123456789abcdef");

        public ValueTask<IReadOnlyList<StanceOutcome>> ScoreAsync(IReadOnlyList<StanceInput> inputs, CancellationToken cancellationToken) =>
            scorer.ScoreAsync(inputs, cancellationToken);
    }
}
