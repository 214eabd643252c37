using DiscourseLens.Series;
using DiscourseLens.Trends;
using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Tests.Trends.Statistics;

public sealed class ConcentrationTests
{
    [Fact]
    public void Of_CountsEveryAuthor_WhenAllWriteEquallyMuch()
    {
        var authors = Enumerable.Range(1, 20).Select(author => new AuthorSum(author, 3, 3 * 0.1)).ToList();

        var found = Concentration.Of(Measure.Sentiment, authors, 0)!;

        Assert.Equal((20, 0.05, 0.5), (found.EffectiveAuthors, found.TopShare, found.TopTenShare));
        Assert.Equal(0, found.LeaveOneOut!.Value, 1e-12);
    }

    [Fact]
    public void Of_FindsTheOneWhoMatters_WhenOneWritesMuch()
    {
        // 10 posts of -1 and five of 1: the mean -1/3 becomes 1 without the first author.
        AuthorSum[] authors = [new(1, 10, -10), .. Enumerable.Range(2, 5).Select(author => new AuthorSum(author, 1, 1))];

        Assert.Equal(new(225.0 / 105, 10 / 15.0, 1, 4 / 3.0), Concentration.Of(Measure.Sentiment, authors, 0));
        Assert.Equal(10, Concentration.Of(Measure.Volume, authors, 0)!.LeaveOneOut);
        Assert.Equal(0.1, Concentration.Of(Measure.Share, authors, 100)!.LeaveOneOut);
        Assert.Equal(new(2.1, 0.667, 1, 2), Concentration.Of(Measure.Sentiment, authors, 0)!.Coarse(Measure.Sentiment, Weighting.Post, 6));
        Assert.Null(Concentration.Of(Measure.Favor, authors, 0)!.Coarse(Measure.Favor, Weighting.Post, 6).LeaveOneOut);
    }

    /// <summary>Whoever knows the mean of all and the busiest author's part cannot tell that author's mean nearer than by half a unit.</summary>
    [Theory]
    [InlineData(15, 20)]
    [InlineData(3, 20)]
    [InlineData(5, 1000)]
    public void Coarse_TellsABound_ThatFitsManyMeansOfTheBusiestAuthor(long mine, long all)
    {
        var told = Enumerable.Range(-100, 201).Select(mean => mean / 100.0)
            .GroupBy(mean => Told(mean)).ToDictionary(group => group.Key, group => group.ToList());

        Assert.InRange(told.Count, 1, 3); // |m_a| from 0 to 1, in halves
        Assert.All(told.Values, means => Assert.True(means.Max() - means.Min() >= 0.49));
        Assert.All(told, pair => Assert.All(pair.Value, mean => Assert.True(Exact(mean) <= pair.Key * 1.05)));

        double Told(double mean) => Found(mean).Coarse(Measure.Sentiment, Weighting.Post, 3).LeaveOneOut!.Value;
        double Exact(double mean) => Found(mean).LeaveOneOut!.Value;
        Concentration Found(double mean) => Concentration.Of(Measure.Sentiment,
            [new(1, mine, mine * mean), .. Enumerable.Range(2, (int)(all - mine)).Select(author => new AuthorSum(author, 1, -mine * mean / (all - mine)))], 0)!;
    }

    [Fact]
    public void Of_IsNull_WhenNobodyWrote() => Assert.Null(Concentration.Of(Measure.Volume, [new(1, 0, 0)], 5));

    [Fact]
    public void Mean_GivesEachAuthorOneVote_HoweverMuchTheyWrite()
    {
        // Student's interval of 0.1, 0.3, 0.2, 0.6: mean 0.3, s 0.2160247, t(3) 3.1824463.
        var vote = AuthorVote.Mean([new(1, 100, 10), new(2, 1, 0.3), new(-3, 2, 0.4), new(4, 5, 3), new(5, 0, 0)]);

        Assert.Equal(0.3, vote.Value!.Value, 1e-12);
        Assert.Equal(-0.043743, vote.Low!.Value, 1e-6);
        Assert.Equal(0.643743, vote.High!.Value, 1e-6);
    }

    [Fact]
    public void Mean_HasNoInterval_WhenOneAuthorWrote() => Assert.Equal(new(0.5, null, null), AuthorVote.Mean([new(1, 2, 1)]));
}
