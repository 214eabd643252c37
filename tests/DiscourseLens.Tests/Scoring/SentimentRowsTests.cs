using Dapper;
using DiscourseLens.Tests.Docs;

namespace DiscourseLens.Tests.Scoring;

/// <summary>What a real import leaves of the variants in the store.</summary>
public sealed class SentimentRowsTests(QuickStart store) : IClassFixture<QuickStart>
{
    [Fact]
    public void Post_HasEveryVariant_WhereItHasACompound() => Assert.Equal((true, 0, 0), (
        Count("select count(*) from post where compound is not null") > 0,
        Count("select count(*) from post where compound is not null and (prose_compound is null or masked_compound is null or tokens is null or saturated is null)"),
        Count("select count(*) from post where compound is not null and (sentence_mean is null) <> (sentences = 0)")));

    [Fact]
    public void Post_HasWindow_ExactlyWhereRelevantAndScored() => Assert.Equal(0, Count(
        "select count(*) from post where compound is not null and sentences > 0 and (window_compound is null) <> (relevant = 0)"));

    [Fact]
    public void TargetRows_AreThereOnlyWhereTheWindowDiffers() => Assert.Equal((true, 0), (
        Count("select count(*) from sentiment_score where target <> 'all'") > 0,
        Count("""
            select count(*) from sentiment_score t
            join sentiment_score a on a.item_id = t.item_id and a.scorer_id = t.scorer_id and a.target = 'all'
            where t.target <> 'all' and (t.window_compound = a.window_compound or t.compound <> a.compound)
            """)));

    private long Count(string sql)
    {
        using var connection = store.Database.ConnectReadOnly();
        return connection.ExecuteScalar<long>(sql);
    }
}
