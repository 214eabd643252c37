using CsCheck;
using DiscourseLens.Scoring.Sentiment;

namespace DiscourseLens.Tests.Scoring.Sentiment;

public sealed class ContrastRuleTests
{
    // Halves and one-and-a-half-folds of one another, so that equal values arise at many places.
    static readonly Gen<double[]> Valences =
        Gen.OneOf(-2.0, -1.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0).Array[0, 200];

    [Fact]
    public void Apply_HalvesWordsBefore_AndRaisesWordsAfter()
    {
        double[] valences = [2, -1, 3];
        new ContrastRule().Apply(valences, [0, 2, 5], but: 4);
        Assert.Equal([1, -0.5, 4.5], valences);
    }

    [Fact]
    public void Apply_ChangesEarlierWord_WhenItsValueIsEqual()
    {
        // The 1 made from the 2 is found when the second word, a 1 too, is looked up.
        double[] valences = [2, 1];
        new ContrastRule().Apply(valences, [0, 1], but: 2);
        Assert.Equal([0.5, 1], valences);
    }

    [Fact]
    public void ApplyToLong_EqualsApplyToShort() => Gen.Select(Valences, Gen.Int[0, 200]).Sample((valences, but) =>
    {
        double[] inShort = [.. valences], inLong = [.. valences];
        int[] tokens = [.. Enumerable.Range(0, valences.Length).Select(i => i < but ? i : i + 1)];
        ContrastRule.ApplyToShort(inShort, tokens, but);
        new ContrastRule().ApplyToLong(inLong, tokens, but);
        return inShort.AsSpan().SequenceEqual(inLong);
    }, iter: 5_000);
}
