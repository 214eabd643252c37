using DiscourseLens.Series;
using DiscourseLens.Trends;

namespace DiscourseLens.Tests.Trends;

public sealed class TrendQueryTests
{
    [Fact]
    public void Parse_GivesMonthlyVolumeOfAll_WhenNothingIsAsked() =>
        Assert.Equal((Measure.Volume, Grain.Month, "all"), Shape(Parse()));

    [Fact]
    public void Parse_TakesEveryKey_WhenAllAreGiven()
    {
        var query = Parse(
            "measure=net", "by=quarter", "from=2023-01-01", "until=2024-01-01", "source=reddit", "community=one, two",
            "community=three", "target=mdma");

        Assert.Equal((Measure.Net, Grain.Quarter, "mdma"), Shape(query));
        Assert.Equal((new DateOnly(2023, 1, 1), new DateOnly(2024, 1, 1)), (query.From, query.Until));
        Assert.Equal(["one", "three", "two"], query.Communities);
    }

    [Theory]
    [InlineData("measure=joy", "measure 'joy' is unknown; use one of volume, share, sentiment, favor, against, neutral, net.")]
    [InlineData("measure=1", "measure '1' is unknown; use one of volume, share, sentiment, favor, against, neutral, net.")]
    [InlineData("by=hour", "by 'hour' is unknown; use one of day, week, month, quarter, year.")]
    [InlineData("target=aspirin", "target 'aspirin' is unknown; use one of all, mdma, psilocybin, ketamine, lsd, other, general.")]
    [InlineData("from=2023-02-30", "from '2023-02-30' is no day; write year-month-day, for example 2023-01-31.")]
    [InlineData("class=clinic", "class 'clinic' is unknown; use one of therapy, substance, mental-health, general.")]
    [InlineData("weight=thread", "weight 'thread' is unknown; use one of post, author.")]
    [InlineData("compare=month", "compare 'month' is unknown; use one of target, community, class, source, condition, language.")]
    [InlineData("details=1", "details '1' is unknown; use one of true, false.")]
    [InlineData("weight=author", "weight 'author' has no meaning for measure 'volume', which counts posts; use measure=sentiment or a stance, or leave weight out.")]
    [InlineData("measure=share&weight=author", "weight 'author' has no meaning for measure 'share', which counts posts; use measure=sentiment or a stance, or leave weight out.")]
    [InlineData("target=mdma&compare=target", "compare 'target' shows every target and target 'mdma' is one; leave one of the two out.")]
    [InlineData("by=day&by=week", "by is given 2 times; give it once.")]
    [InlineData("color=red", "key 'color' is unknown; use one of measure, by, from, until, source, class, community, target, condition, language, age, weight, compare, details.")]
    public void Parse_NamesKeyValueAndFix_WhenAValueIsWrong(string pair, string message) =>
        Assert.Equal(message, Assert.ThrowsAny<LensException>(() => Parse(pair.Split('&'))).Message);

    [Fact]
    public void Parse_Refuses_WhenTheRangeIsEmpty() => Assert.StartsWith(
        "until '2023-01-01' is not after from '2023-01-01'",
        Assert.ThrowsAny<LensException>(() => Parse("from=2023-01-01", "until=2023-01-01")).Message,
        StringComparison.Ordinal);

    private static (Measure Measure, Grain By, string Target) Shape(TrendQuery query) => (query.Measure, query.By, query.Target);

    private static TrendQuery Parse(params string[] pairs) => TrendQuery.Parse(
        pairs.Select(pair => pair.Split('=')).Select(parts => KeyValuePair.Create(parts[0], (string?)parts[1])));
}
