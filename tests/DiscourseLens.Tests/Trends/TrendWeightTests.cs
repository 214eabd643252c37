using DiscourseLens.Tests.Support;
using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Tests.Trends;

public sealed class TrendWeightTests : IDisposable
{
    private readonly StoreBuilder _store = new();
    private readonly long _community;

    public TrendWeightTests()
    {
        _community = _store.Community("c");
        _store.Covers("2023-01-01", "2023-03-01");
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Read_GivesEachAuthorOneVote_AsAuthorVoteComputesIt()
    {
        Author(1, 15, 1.0, "FAVOR");
        Author(2, 1, -0.5, "AGAINST");
        Author(3, 2, 0.25, "AGAINST");
        Author(4, 1, 0, "FAVOR");
        Author(5, 1, 0.5, "NEUTRAL");
        _store.RollUp();

        var (post, author) = (_store.Trend("measure=sentiment").Buckets[0], _store.Trend("measure=sentiment", "weight=author").Buckets[0]);
        var vote = AuthorVote.Mean([new(1, 15, 15), new(2, 1, -0.5), new(3, 2, 0.5), new(4, 1, 0), new(5, 1, 0.5)]);

        Assert.Equal((0.775, 0.25), (post.Value, author.Value));
        Assert.Equal((Math.Round(vote.Value!.Value, 6), Math.Round(vote.Low!.Value, 6), Math.Round(vote.High!.Value, 6)), (author.Value, author.Low, author.High));
        Assert.Equal((post.N, post.Authors), (author.N, author.Authors));
        Assert.Equal(0.8, _store.Trend("measure=favor").Buckets[0].Value);
        Assert.Equal((0.4, null, null), Shape(_store.Trend("measure=favor", "weight=author").Buckets[0]));
        Assert.Equal((0, null, null), Shape(_store.Trend("measure=net", "weight=author").Buckets[0]));
    }

    [Fact]
    public void Headline_TestsTheVotes_WhenAuthorsWeighAlike()
    {
        for (var author = 1; author <= 12; author++)
        {
            _store.Post("2023-01-05", _community, author, author / 100.0);
            _store.Post("2023-02-05", _community, author, 0.5 + author / 100.0);
        }

        // Forty posts of one author outweigh the eleven others by post, and count for one of twelve by author.
        for (var post = 0; post < 40; post++)
            _store.Post("2023-02-06", _community, 1, -1);
        _store.RollUp();

        Assert.StartsWith("Mean compound sentiment, one author one vote, rose from 0.07 (95 % 0.04 to 0.09) in 2023-01 to ", _store.Trend("measure=sentiment", "weight=author").Headline, StringComparison.Ordinal);
        Assert.StartsWith("Mean compound sentiment fell from 0.07 (95 % 0.04 to 0.09) in 2023-01 to ", _store.Trend("measure=sentiment").Headline, StringComparison.Ordinal);
        Assert.Contains("The model's neutral share, one author one vote, went from 100 %", _store.Trend("measure=neutral", "weight=author").Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void Details_TellHowFarANumberRestsOnFewAuthors()
    {
        Author(1, 15, 1.0, "FAVOR");
        for (var author = 2; author <= 6; author++)
            Author(author, 1, 0, "AGAINST");
        _store.Post("2023-02-05", _community, 1);
        _store.RollUp();

        var sentiment = _store.Trend("measure=sentiment", "details=true").Buckets;
        var votes = _store.Trend("measure=sentiment", "details=true", "weight=author").Buckets[0];

        Assert.Equal(new Concentration(1.7, 0.75, 1, 1.5), sentiment[0].Concentration);
        Assert.Equal(new Concentration(1.7, 0.75, 1, 0.2), votes.Concentration);
        Assert.True(sentiment[1].Suppressed);
        Assert.Null(sentiment[1].Concentration);
        Assert.Null(_store.Trend("measure=sentiment").Buckets[0].Concentration);
        Assert.Equal(15, _store.Trend("details=true").Buckets[0].Concentration!.LeaveOneOut);
        Assert.Null(_store.Trend("measure=favor", "details=true").Buckets[0].Concentration!.LeaveOneOut);
    }

    private void Author(int author, int posts, double compound, string stance)
    {
        for (var post = 0; post < posts; post++)
            _store.Post("2023-01-05", _community, author, compound, stance);
    }

    private static (double?, double?, double?) Shape(DiscourseLens.Trends.TrendBucket bucket) => (bucket.Value, bucket.Low, bucket.High);
}
