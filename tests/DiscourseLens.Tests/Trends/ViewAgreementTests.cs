using CsCheck;
using DiscourseLens.Series;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Trends;

public sealed class ViewAgreementTests
{
    private static readonly SeriesOptions s_options = new() { ProvisionalDays = 5, Suppression = new(3, 2) };

    [Fact]
    public void Answers_AreThoseOfTheViews_ForEachCommunityMeasureGrainAndTarget() => RandomStore.Plans.Sample(
        plan =>
        {
            using var random = RandomStore.Make(plan, rounds: 1, s_options);
            ViewSeries.Agree(random.Store, new(random.Store.Database, s_options), RandomStore.Names);
        },
        iter: 5, threads: 1);

    /// <summary>A third of the posts lost their texts, and one kind of scorer or another was changed after that.</summary>
    [Theory]
    [InlineData("relevance")]
    [InlineData("sentiment")]
    [InlineData("stance")]
    public void Answers_AreThoseOfTheViews_WhereTextsExpiredBeforeTheScorer(string kind) => RandomStore.Plans.Sample(
        plan =>
        {
            using var random = RandomStore.Make(plan, rounds: 1, s_options);
            random.Store.Expire("id % 3 = 0").Rescore(kind).RollUp(s_options);
            ViewSeries.Agree(random.Store, new(random.Store.Database, s_options), RandomStore.Names);
        },
        iter: 5, threads: 1);
}
