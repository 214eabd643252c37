using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Tests.Scoring.Relevance;

public sealed class TargetsTests
{
    [Fact]
    public void Ids_KeepTheirOrder() =>
        Assert.Equal(["all", "mdma", "psilocybin", "ketamine", "lsd", "other", "general"], Targets.Ids);

    [Fact]
    public void ConceptOf_CoversEverySubstance_Once()
    {
        var concepts = Targets.Ids.Select(Targets.ConceptOf).ToArray();
        Assert.Equal(Concepts.None, concepts[0]);
        Assert.Equal(Concepts.Substances, concepts.Aggregate((a, b) => a | b));
        Assert.Equal(concepts.Length, concepts.Distinct().Count());
    }

    [Fact]
    public void ConceptOf_ListsTheIds_WhenUnknown() =>
        Assert.Contains("mdma psilocybin", Assert.Throws<ArgumentException>(() => Targets.ConceptOf("weed")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void IdsOf_NamesSubstancesOnly() =>
        Assert.Equal(["mdma", "general"], Targets.IdsOf(Concepts.General | Concepts.Mdma | Concepts.Therapy));

    [Theory]
    [InlineData("therapy", CommunityClass.Therapy)]
    [InlineData(" Mental-Health ", CommunityClass.MentalHealth)]
    [InlineData("substance", CommunityClass.Substance)]
    [InlineData("general", CommunityClass.General)]
    public void TryParse_ReadsClassNames(string name, CommunityClass expected)
    {
        Assert.True(CommunityClasses.TryParse(name, out var community));
        Assert.Equal(expected, community);
        Assert.Equal(name.Trim().ToLowerInvariant(), CommunityClasses.NameOf(community));
    }

    [Fact]
    public void TryParse_SaysGeneral_WhenUnknown()
    {
        Assert.False(CommunityClasses.TryParse("cars", out var community));
        Assert.Equal(CommunityClass.General, community);
    }

    [Fact]
    public void NameOf_Throws_WhenNoMember() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CommunityClasses.NameOf((CommunityClass)9));
}
