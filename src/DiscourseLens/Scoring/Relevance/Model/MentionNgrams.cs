using DiscourseLens.Scoring.Learning;

namespace DiscourseLens.Scoring.Relevance.Model;

/// <summary>Hashes what stands near the mentions: word 1- to 3-grams, letter 3- to 5-grams within words, and the terms that matched.</summary>
internal static class MentionNgrams
{
    /// <summary>Bits of the whole hashed space.</summary>
    public const int Bits = 17;

    private const int WordBits = 15, LetterBits = 15, TermBits = 12;
    private const int LetterStart = 1 << WordBits, TermStart = LetterStart + (1 << LetterBits);
    private const int FewestLetters = 3, MostLetters = 5;
    private const ulong Single = 11, Pair = 3, Triple = 5;

    /// <summary>How many features there are.</summary>
    public const int Size = TermStart + (1 << TermBits);

    /// <summary>The blocks of the hashed space with their penalties.</summary>
    public static IReadOnlyList<FeatureBlock> Blocks(double words, double letters, double terms) =>
    [
        new("words", 0, 1 << WordBits, words),
        new("letters", LetterStart, 1 << LetterBits, letters),
        new("terms", TermStart, 1 << TermBits, terms),
    ];

    /// <summary>Adds the features of the tokens that are near a mention, and of the mentions.</summary>
    public static void Add(TokenReader reader, ReadOnlySpan<bool> near, IReadOnlyList<Mention> evidence, HashedFeatures features)
    {
        AddWords(reader, near, features);
        features.EndBlock();
        AddLetters(reader, near, features);
        features.EndBlock();
        foreach (var mention in evidence)
            features.Add(TermStart + FeatureHash.Bucket(FeatureHash.Join(Single, FeatureHash.Of(mention.Term)), TermBits), 0);
        features.EndBlock();
    }

    private static void AddWords(TokenReader reader, ReadOnlySpan<bool> near, HashedFeatures features)
    {
        var tokens = reader.Tokens;
        ulong before = 0, second = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (i > 0 && tokens[i].Sentence != tokens[i - 1].Sentence)
                (before, second) = (0, 0);
            var symbol = tokens[i].Symbol;
            var two = before == 0 ? 0 : FeatureHash.Join(before, symbol);
            if (near[i])
            {
                features.Add(FeatureHash.Bucket(FeatureHash.Join(Single, symbol), WordBits), i);
                if (two != 0)
                    features.Add(FeatureHash.Bucket(FeatureHash.Join(Pair, two), WordBits), i);
                if (second != 0)
                    features.Add(FeatureHash.Bucket(FeatureHash.Join(Triple, FeatureHash.Join(second, symbol)), WordBits), i);
            }
            (second, before) = (two, symbol);
        }
    }

    private static void AddLetters(TokenReader reader, ReadOnlySpan<bool> near, HashedFeatures features)
    {
        var tokens = reader.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!near[i] || tokens[i].Is(TokenTraits.Masked))
                continue;
            var letters = reader.Padded(tokens[i]);
            for (var from = 0; from + FewestLetters <= letters.Length; from++)
            {
                var hash = FeatureHash.Seed;
                var to = Math.Min(letters.Length, from + MostLetters);
                for (var at = from; at < to; at++)
                {
                    hash = FeatureHash.Add(hash, letters[at]);
                    if (at - from + 1 >= FewestLetters)
                        features.Add(LetterStart + FeatureHash.Bucket(hash, LetterBits), i);
                }
            }
        }
    }
}
