using System.Text;
using CsCheck;
using DiscourseLens.Scoring;
using DiscourseLens.Scoring.Sentiment;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Scoring.Sentiment;

/// <summary>What holds for any text, however odd.</summary>
public sealed class VaderScorerTests
{
    const int Samples = 20_000;

    // Changes with any change to the data files: then scores of before and after are not comparable.
    const string HashOfData = "2eda792b169acbe77f43a43c0555ae630cf62dc9f7a5825852b7186882fcd864";

    // Gen.Char gives lone surrogates too.
    static readonly Gen<string> Piece = Gen.Frequency(
        (6, Gen.OneOf("good", "bad", "LOVE", "Hate", "great", "awful", "no", "kind", "trip", "the", "therapy")),
        (4, Gen.OneOf("not", "never", "so", "this", "without", "doubt", "least", "at", "very", "BUT", "but", "or")),
        (2, Gen.OneOf("kind of", "yeah right", "to die for", "kiss of death", "the bomb", "bus stop", "bad ass")),
        (2, Gen.OneOf(":)", ":D", "<3", "!", "???", "\"", "n't", "Isn'T", "--", "😊", "💔", "Ⓐ", "\u212A", "é")),
        (2, Gen.String[Gen.Char, 0, 5]),
        (1, Gen.String[Gen.Char['!', '~'], 0, 90]));

    static readonly Gen<string> Separator = Gen.Frequency(
        (8, Gen.Const(" ")),
        (2, Gen.OneOf("", "\n\n", "\t", "\u00A0", "\u2028", "\x1C", "\0", "  ")));

    static readonly Gen<string> Text =
        Gen.Select(Piece, Separator, (piece, separator) => piece + separator).Array[0, 30].Select(string.Concat);

    [Fact]
    public void Score_StaysInRange_WhenTextIsAnything() => Check(Text, (scorer, text) =>
    {
        var score = scorer.Score(text);
        var sum = score.Negative + score.Neutral + score.Positive;
        return score.Compound is >= -1 and <= 1
            && score.Negative is >= 0 and <= 1 && score.Neutral is >= 0 and <= 1 && score.Positive is >= 0 and <= 1
            && (score == default || Math.Abs(sum - 1) <= 0.0015 + 1e-9);
    });

    [Fact]
    public void Score_IsTheSame_WithoutVectors()
    {
        using var portable = new ThreadLocal<VaderScorer>(() => new VaderScorer(vectors: false));
        // Its factory never gives null.
        Check(Text, (scorer, text) => scorer.Score(text) == portable.Value!.Score(text));
    }

    [Fact]
    public void Score_IsTheSame_FromUtf8AndUtf16() =>
        Check(Text, (scorer, text) => scorer.Score(text) == scorer.Score(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Score_ReadsReplacementCharacters_WhereBytesAreIllFormed() => Check(
        Gen.Select(Text, Gen.Byte.Array[0, 12], Text, (before, bytes, after) =>
            (byte[])[.. Encoding.UTF8.GetBytes(before), .. bytes, .. Encoding.UTF8.GetBytes(after)]),
        (scorer, bytes) => scorer.Score(bytes) == scorer.Score(Encoding.UTF8.GetString(bytes)));

    [Fact]
    public void Score_IsTheSame_WhereverTheTextStarts() => Check(
        Gen.Select(Text, Gen.Int[0, 130]),
        (scorer, pair) => scorer.Score(pair.Item1) == scorer.Score(new string('\n', pair.Item2) + pair.Item1 + " "));

    [Fact]
    public void Score_IsTheSame_WhateverWasScoredBefore() => Check(
        Gen.Select(Text, Text),
        (scorer, pair) =>
        {
            var first = scorer.Score(pair.Item1);
            scorer.Score(pair.Item2);
            return scorer.Score(pair.Item1) == first;
        });

    [Theory]
    [InlineData("\uD83D")]
    [InlineData("\uDE0A\uD83D good")]
    [InlineData("\uDFFF\uDFFF good \uD800")]
    public void Score_TakesLoneSurrogate_AsCharacterWithoutMeaning(string text)
    {
        var plain = string.Concat(text.Select(c => char.IsSurrogate(c) ? '中' : c));
        Assert.Equal(new VaderScorer().Score(plain), new VaderScorer().Score(text));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("!")]
    [InlineData("?")]
    [InlineData("a")]
    [InlineData("É")]
    [InlineData("😊")]
    [InlineData("\0")]
    [InlineData("\uD800")]
    [InlineData("n't'")]
    [InlineData("good ")]
    [InlineData("good bad but ")]
    [InlineData("never so GOOD! ")]
    public void Score_DoesNotThrow_WhenLineIsOneMegabyte(string unit)
    {
        var line = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length)) + " good";
        var score = new VaderScorer(vectors: true).Score(line);
        Assert.InRange(score.Compound, -1, 1);
        Assert.Equal(score, new VaderScorer(vectors: false).Score(line));
        Assert.Equal(score, new VaderScorer().Score(Encoding.UTF8.GetBytes(line)));
    }

    [Fact]
    public void Score_FindsRoom_WhereTextsOfSingleLettersGrow()
    {
        var scorer = new VaderScorer();
        foreach (var tokens in new[] { 1, 1023, 1024, 1025, 1500, 2047, 2048, 3000, 3001, 6001, 6002, 20_000 })
        {
            scorer.Score(string.Concat(Enumerable.Repeat("a ", tokens)));
            Assert.Equal(tokens, scorer.TokenCount);
        }
    }

    [Fact]
    public void Score_AllocatesNothing_OnceWarm()
    {
        var scorer = new VaderScorer();
        var texts = Enumerable.Range(1, 60).Select(n =>
            string.Concat(Enumerable.Repeat("Not so GOOD, but we loved it 😊 — isn't it?\n", n * 4))).ToArray();
        var bytes = texts.Select(Encoding.UTF8.GetBytes).ToArray();
        double ScoreAll()
        {
            double sum = 0;
            for (var i = 0; i < texts.Length; i++)
                sum += scorer.Score(texts[i].AsSpan()).Compound + scorer.Score(bytes[i]).Compound;
            return sum;
        }
        ScoreAll();
        Assert.Equal(0, Allocation.Of(() => ScoreAll()));
    }

    [Fact]
    public void Score_IsZero_WhenTextHasNoToken()
    {
        var scorer = new VaderScorer();
        Assert.All(["", " ", "\r\n\t", "\u3000\u2029"], text => Assert.Equal(default, scorer.Score(text)));
    }

    [Fact]
    public void Version_NamesReferenceAndData() => Assert.Equal(
        new ScorerVersion("sentiment", "vader", "3.3.2/reference", HashOfData), new VaderScorer().Version);

    static void Check<T>(Gen<T> gen, Func<VaderScorer, T, bool> holds)
    {
        using var scorers = new ThreadLocal<VaderScorer>(() => new VaderScorer()); // samples run on several threads
        gen.Sample(value => holds(scorers.Value!, value), iter: Samples); // its factory never gives null
    }
}
