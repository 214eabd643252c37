using System.Numerics;
using DiscourseLens.Scoring.Learning;

namespace DiscourseLens.Scoring.Relevance.Model;

/// <summary>How many words of each kind stand near the mentions, and how dense they are in the whole post.</summary>
internal static class SignalFeatures
{
    private const float Most = 4, PerWords = 20, FewWords = 10;

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. SignalLexicon.Cues.Categories.Select(name => $"near {name}"),
        .. SignalLexicon.Cues.Categories.Select(name => $"share of {name}"),
        "asks", "asks near",
    ];

    /// <summary>Writes them.</summary>
    /// <param name="reader">The post's tokens.</param>
    /// <param name="near">Which tokens are near a mention.</param>
    /// <param name="to">Where they go.</param>
    public static void Write(TokenReader reader, ReadOnlySpan<bool> near, Span<float> to)
    {
        var kinds = SignalLexicon.Cues.Categories.Count;
        var tokens = reader.Tokens;
        to.Clear();
        for (var i = 0; i < tokens.Length; i++)
        {
            for (var cues = tokens[i].Cues; cues != 0; cues &= cues - 1)
            {
                var kind = BitOperations.TrailingZeroCount(cues);
                to[kind] += near[i] ? 1 / Most : 0;
                to[kinds + kind] += 1;
            }
        }

        for (var kind = 0; kind < kinds; kind++)
        {
            to[kind] = Math.Min(1, to[kind]);
            to[kinds + kind] = Math.Min(1, to[kinds + kind] * PerWords / Most / (tokens.Length + FewWords));
        }

        var at = 2 * kinds;
        foreach (var sentence in reader.Sentences)
        {
            if (!sentence.IsQuestion)
                continue;
            to[at] = 1;
            if (near[sentence.From..sentence.To].Contains(true))
                to[at + 1] = 1;
        }
    }
}
