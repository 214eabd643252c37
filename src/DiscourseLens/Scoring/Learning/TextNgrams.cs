using System.Numerics;

namespace DiscourseLens.Scoring.Learning;

/// <summary>Hashes a text's tokens: word 1- to 3-grams, letter 2- to 5-grams within words, and sequences of cues.</summary>
/// <remarks>Each kind has a stretch of buckets to itself. Words stand as their symbols, so masked names look alike.</remarks>
internal static class TextNgrams
{
    /// <summary>Bits of the whole hashed space.</summary>
    public const int Bits = 18;

    private const int WordBits = 17, LetterBits = 16, CueBits = 16;
    private const int LetterStart = 1 << WordBits, CueStart = LetterStart + (1 << LetterBits);
    private const int FewestLetters = 2, MostLetters = 5;
    private const ulong Begin = 0x51ED270B, Negated = 0x2545F491, Last = 0x9E3779B1, Pair = 3, Triple = 5, Gap = 7, Single = 11;

    /// <summary>The blocks of the hashed space with their penalties.</summary>
    public static IReadOnlyList<FeatureBlock> Blocks(double words, double letters, double cues) =>
    [
        new("words", 0, 1 << WordBits, words),
        new("letters", LetterStart, 1 << LetterBits, letters),
        new("cues", CueStart, 1 << CueBits, cues),
    ];

    /// <summary>Adds the features of sentences.</summary>
    /// <param name="reader">What was read.</param>
    /// <param name="wanted">Which sentences count.</param>
    /// <param name="features">Where they go.</param>
    public static void Add(TokenReader reader, ReadOnlySpan<bool> wanted, HashedFeatures features)
    {
        var last = wanted.LastIndexOf(true);
        AddWords(reader, wanted, last, features);
        features.EndBlock();
        AddLetters(reader, wanted, features);
        features.EndBlock();
        AddCues(reader, wanted, last, features);
        features.EndBlock();
    }

    private static void AddWords(TokenReader reader, ReadOnlySpan<bool> wanted, int last, HashedFeatures features)
    {
        var tokens = reader.Tokens;
        for (var s = 0; s < wanted.Length; s++)
        {
            if (!wanted[s])
                continue;
            var sentence = reader.Sentences[s];
            ulong before = Begin, second = 0;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                var symbol = tokens[i].Symbol;
                var one = tokens[i].Is(TokenTraits.Negated) ? FeatureHash.Join(Negated, symbol) : symbol;
                features.Add(FeatureHash.Bucket(FeatureHash.Join(Single, one), WordBits), i);
                if (s == last)
                    features.Add(FeatureHash.Bucket(FeatureHash.Join(Last, one), WordBits), i);
                var two = FeatureHash.Join(before, symbol);
                features.Add(FeatureHash.Bucket(FeatureHash.Join(Pair, two), WordBits), i);
                if (second != 0)
                    features.Add(FeatureHash.Bucket(FeatureHash.Join(Triple, FeatureHash.Join(second, symbol)), WordBits), i);
                (second, before) = (two, symbol);
            }
        }
    }

    private static void AddLetters(TokenReader reader, ReadOnlySpan<bool> wanted, HashedFeatures features)
    {
        var tokens = reader.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!wanted[tokens[i].Sentence] || tokens[i].Is(TokenTraits.Masked))
                continue;
            var letters = reader.Padded(tokens[i]);
            for (var from = 0; from < letters.Length - 1; from++)
            {
                var hash = FeatureHash.Add(FeatureHash.Seed, letters[from]);
                var to = Math.Min(letters.Length, from + MostLetters);
                for (var at = from + 1; at < to; at++)
                {
                    hash = FeatureHash.Add(hash, letters[at]);
                    if (at - from + 1 >= FewestLetters)
                        features.Add(LetterStart + FeatureHash.Bucket(hash, LetterBits), i);
                }
            }
        }
    }

    private static void AddCues(TokenReader reader, ReadOnlySpan<bool> wanted, int last, HashedFeatures features)
    {
        var tokens = reader.Tokens;
        for (var s = 0; s < wanted.Length; s++)
        {
            if (!wanted[s])
                continue;
            var sentence = reader.Sentences[s];
            ulong before = Begin, second = 0;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (tokens[i].Cues == 0)
                    continue;
                var tag = (ulong)BitOperations.TrailingZeroCount(tokens[i].Cues) + (tokens[i].Is(TokenTraits.Negated) ? 101UL : 1UL);
                AddCue(features, s == last ? FeatureHash.Join(Last, tag) : FeatureHash.Join(Single, tag), i);
                AddCue(features, FeatureHash.Join(FeatureHash.Join(Pair, before), tag), i);
                if (second != 0)
                {
                    AddCue(features, FeatureHash.Join(FeatureHash.Join(Gap, second), tag), i);
                    AddCue(features, FeatureHash.Join(FeatureHash.Join(FeatureHash.Join(Triple, second), before), tag), i);
                }
                (second, before) = (before, tag);
            }
            if (sentence.IsQuestion)
                AddCue(features, FeatureHash.Join(FeatureHash.Join(Pair, before), 999), sentence.To - 1);
        }
    }

    private static void AddCue(HashedFeatures features, ulong hash, int token) =>
        features.Add(CueStart + FeatureHash.Bucket(hash, CueBits), token);
}
