using System.Text;
using DiscourseLens.Scoring.Learning;

namespace DiscourseLens.Scoring.Relevance.Model;

/// <summary>The words that tell therapy from other talk of drugs, and the masks over names.</summary>
internal static class SignalLexicon
{
    private static readonly string[] s_masks = ["substance", "condition", "medicine", "drug"];

    /// <summary>The shipped words.</summary>
    public static CueLexicon Cues { get; } = CueLexicon.Parse(("signals.tsv", Read()));

    /// <summary>The bit over names of substances.</summary>
    public static ulong Substance { get; } = Cues.BitOf("substance");

    /// <summary>The bit over names of conditions.</summary>
    public static ulong Condition { get; } = Cues.BitOf("condition");

    /// <summary>The symbol of each mask, by bit.</summary>
    public static IReadOnlyDictionary<ulong, ulong> Masks { get; } = s_masks.ToDictionary(Cues.BitOf, name => FeatureHash.Of("\u0001" + name));

    private static string Read()
    {
        using var stream = typeof(SignalLexicon).Assembly.GetManifestResourceStream("Relevance/signals.tsv")!; // embedded by the build
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
