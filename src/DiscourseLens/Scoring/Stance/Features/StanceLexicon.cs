using System.Text;
using DiscourseLens.Scoring.Learning;
using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Scoring.Stance.Features;

/// <summary>The words that stance is read with: cues of argument, and names that are hidden behind a mask.</summary>
internal sealed class StanceLexicon
{
    private const string TargetCategory = "target";

    private static readonly string[] s_others = ["condition", "medicine"];

    private StanceLexicon(CueLexicon cues, IReadOnlyList<string> targets)
    {
        Cues = cues;
        Targets = targets.Aggregate(0UL, (all, name) => all | cues.BitOf(name));
        var masks = targets.ToDictionary(cues.BitOf, _ => FeatureHash.Of("\u0001target"));
        foreach (var other in s_others.Where(cues.Categories.Contains))
            masks[cues.BitOf(other)] = FeatureHash.Of("\u0001" + other);
        Masks = masks;
    }

    /// <summary>The shipped lexicon for psychedelic therapy.</summary>
    public static StanceLexicon Shipped { get; } = new(
        CueLexicon.Parse(("masks.tsv", Resource("masks.tsv")), ("cues.tsv", Resource("cues.tsv"))), [.. Relevance.Targets.Ids.Skip(1)]);

    /// <summary>All categories.</summary>
    public CueLexicon Cues { get; }

    /// <summary>The bits of what the stance is about.</summary>
    public ulong Targets { get; }

    /// <summary>The symbol of each masking category.</summary>
    public IReadOnlyDictionary<ulong, ulong> Masks { get; }

    /// <summary>A lexicon for another target.</summary>
    /// <param name="terms">Its names, one a line; <c>#</c> begins a comment.</param>
    /// <exception cref="LensException">A term cannot match, or there is none.</exception>
    public static StanceLexicon ForTarget(string terms)
    {
        var lines = terms.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => $"{TargetCategory}\t{line}").ToList();
        if (lines.Count == 0)
            throw new LensException("The target's lexicon holds no term; write one a line, in small letters.");
        return new(CueLexicon.Parse(("target", string.Join('\n', lines)), ("cues.tsv", Resource("cues.tsv"))), [TargetCategory]);
    }

    /// <summary>The bits of the substances among the concepts; 0 where the lexicon is another target's.</summary>
    public ulong BitsOf(Concepts concepts)
    {
        var bits = 0UL;
        foreach (var id in Relevance.Targets.IdsOf(concepts))
            bits |= Cues.Categories.Contains(id) ? Cues.BitOf(id) : 0;
        return bits;
    }

    private static string Resource(string name)
    {
        using var stream = typeof(StanceLexicon).Assembly.GetManifestResourceStream($"Stance/{name}")!; // embedded by the build
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
