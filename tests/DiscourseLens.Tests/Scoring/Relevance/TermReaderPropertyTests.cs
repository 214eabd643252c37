using CsCheck;
using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Tests.Scoring.Relevance;

public sealed class TermReaderPropertyTests
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.OneOf<string>("ketamine", "m0lly", "acid", "psychedelic", "k hole", "magic mushroom", "LSD", "dmt", "depression",
            "therapy", "5-MeO-DMT", "took e", "lion's mane", "ﬁ", "🍄", "\u200B", "\uD800", "\uDC00", "’", "\n", "@", "$", "s"),
        Gen.String[Gen.Char["abkmdlsty 0135@$-'.\u200B\u2019\uFF2B\uD83C\uDF44é"], 0, 8]);

    private static readonly Gen<string> Text = Piece.Array[0, 12].Select(pieces => string.Join(" ", pieces));

    private static readonly Gen<CommunityClass> Community = Gen.Enum<CommunityClass>();

    [Fact]
    public void Read_KeepsSpansInsideTheText_WhateverTheText() => Gen.Select(Text, Community).Sample((text, community) =>
    {
        var all = Shipped.Reader.Read(text, community).All;
        Assert.All(all, mention => Assert.True(mention.Start >= 0 && mention.Length > 0 && mention.End <= text.Length));
        Assert.Equal(all.Select(mention => mention.Start).Order(), all.Select(mention => mention.Start));
    });

    [Fact]
    public void Read_FindsTheSame_WhenTextIsUpperCase() => Text.Sample(text =>
    {
        var plain = Shipped.Reader.Read(text.ToLowerInvariant(), CommunityClass.General).Found;
        var upper = Shipped.Reader.Read(text.ToUpperInvariant(), CommunityClass.General).Found;
        Assert.Equal(plain & Concepts.Condition, upper & Concepts.Condition);
    });

    [Theory]
    [InlineData("acid ")]
    [InlineData("took e ")]
    [InlineData("lsd dose ")]
    [InlineData("\uD800")]
    [InlineData("m0lly1")]
    [InlineData("a")]
    [InlineData("magic ")]
    [InlineData("🍄")]
    [InlineData("\u0301")]
    [InlineData("magic\n\n\n\n\n")]
    public void Decide_EndsSoon_WhenTextIsHostile(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var started = TimeProvider.System.GetTimestamp();
        Shipped.Gate.Decide(new PostInContext(text[..1000], text, CommunityClass.Substance, ThreadContext.None));
        // About 0.3 s where it was measured; a quadratic step would take minutes.
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
    }
}
