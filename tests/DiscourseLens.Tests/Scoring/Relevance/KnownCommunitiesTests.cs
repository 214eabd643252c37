using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Tests.Scoring.Relevance;

public sealed class KnownCommunitiesTests
{
    [Theory]
    [InlineData("therapeuticketamine", "therapy")]
    [InlineData("LSD", "substance")]
    [InlineData("CPTSD", "mental-health")]
    public void Shipped_ClassesByNameInAnyCase(string name, string community) => Assert.Equal(community, KnownCommunities.Shipped[name]);

    [Fact]
    public void With_PutsTheStudysOwnFirst()
    {
        var all = KnownCommunities.With(new Dictionary<string, string> { ["lsd"] = "general", ["mine"] = "therapy" });

        Assert.Equal(("general", "therapy", "mental-health"), (all["LSD"], all["Mine"], all["ptsd"]));
    }

    [Theory]
    [InlineData("a\tsubstance\na\ttherapy", "line 2")]
    [InlineData("# head\n\na\tsubstances", "line 3")]
    [InlineData("a substance", "line 1")]
    public void Parse_NamesTheLine_WhenMalformed(string content, string line) =>
        Assert.Contains(line, Assert.Throws<LensException>(() => KnownCommunities.Parse(content)).Message, StringComparison.Ordinal);
}
