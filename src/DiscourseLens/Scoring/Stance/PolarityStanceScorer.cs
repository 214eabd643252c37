using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Scoring.Stance;

/// <summary>Stance from leaning words near the target: a baseline that needs no training.</summary>
/// <remarks>
/// By the codebook's rules: quoted lines are not the author's (R2), the last evaluation and the clause behind "but" weigh more
/// (R5), agreement inherits the parent's stance (R8), and in doubt it says neutral (R11). Probabilities are a softmax of the
/// summed weights and are not calibrated.
/// </remarks>
public sealed class PolarityStanceScorer : ILocalStanceScorer
{
    private const string Resource = "Stance/stance_terms.tsv";
    private const int LongestTerm = 5, NegationReach = 3, AgreementWords = 6;
    private const double Slope = 1.3, NeutralLogit = 1.1, Rarity = 0.4, LastWeight = 1.5, BeforeBut = 0.4, Question = 0.25, Turned = -0.8;

    private static readonly HashSet<string> Negations =
        ["not", "no", "never", "t", "cannot", "without", "dont", "doesnt", "didnt", "isnt", "wont", "cant", "nothing", "hardly"];
    private static readonly HashSet<string> Agreements = ["this", "exactly", "agreed", "agree", "yes", "yep", "same", "true"];
    private static readonly HashSet<string> Objections = ["disagree", "nope", "wrong", "nonsense", "bullshit", "false"];

    private readonly Dictionary<string, double> _weights;

    /// <summary>Loads the embedded list of leaning words.</summary>
    public PolarityStanceScorer()
    {
        using var stream = typeof(PolarityStanceScorer).Assembly.GetManifestResourceStream(Resource)!; // embedded by the build
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var content = reader.ReadToEnd().ReplaceLineEndings("\n");
        Version = new ScorerVersion("stance", "polarity", "1",
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))));
        _weights = content.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public ScorerVersion Version { get; }

    /// <inheritdoc/>
    public StanceScore Score(StanceInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!input.Relevance.Relevant) return Of(StanceLabel.Unrelated, 0, input.Relevance.Probability, []);
        var evidence = new List<StanceEvidence>();
        var lean = Lean(input.Text, Window(input), evidence) + Lean(input.Title ?? "", static _ => true, []);
        if (evidence.Count == 0 && lean == 0) lean = Inherited(input);
        return Of(StanceLabel.Neutral, lean, input.Relevance.Probability, evidence);
    }

    // Unrelated stays a quarter at most of a relevant text's mass, so that the gate alone decides it.
    private static StanceScore Of(StanceLabel otherwise, double lean, double relevance, List<StanceEvidence> evidence)
    {
        var unrelated = otherwise == StanceLabel.Unrelated ? Math.Max(1 - relevance, 0.6) : Math.Min(0.25, (1 - relevance) * 0.4);
        double favor = Math.Exp(Slope * lean), against = Math.Exp(-Slope * lean - Rarity), neutral = Math.Exp(NeutralLogit);
        var scale = (1 - unrelated) / (favor + against + neutral);
        var label = otherwise == StanceLabel.Unrelated || neutral >= Math.Max(favor, against) ? otherwise
            : favor > against ? StanceLabel.Favor : StanceLabel.Against;
        return new StanceScore(label, favor * scale, against * scale, neutral * scale, unrelated, evidence);
    }

    private static Func<Sentence, bool> Window(StanceInput input)
    {
        var wanted = input.Target == Concepts.None ? Concepts.Substances | Concepts.Treating : input.Target;
        var spots = input.Relevance.Evidence.Where(m => !m.InTitle && (m.Concept & wanted) != 0).Select(m => m.Start).ToArray();
        // The sentence behind the one that names the target speaks of it too, as a rule.
        return spots.Length == 0 ? static _ => true
            : sentence => Array.Exists(spots, spot => spot >= sentence.Before && spot < sentence.End);
    }

    private double Inherited(StanceInput input)
    {
        var words = Read(input.Text);
        if (input.ParentText is null || words.Count is 0 or > AgreementWords) return 0;
        var sign = words.Exists(word => Objections.Contains(word.Text)) ? -1 : words.Exists(word => Agreements.Contains(word.Text)) ? 1 : 0;
        return sign == 0 ? 0 : sign * Lean(input.ParentText, static _ => true, []);
    }

    private double Lean(string text, Func<Sentence, bool> wanted, List<StanceEvidence> evidence)
    {
        double total = 0, last = 0;
        foreach (var sentence in Sentences(text).Where(wanted))
        {
            var lean = LeanOf(text, sentence, evidence);
            total += lean;
            if (Math.Abs(lean) > 0.5) last = lean;
        }
        // A long text does not mean what it says more strongly.
        return Math.Clamp(total + last * (LastWeight - 1), -3, 3);
    }

    private double LeanOf(string text, Sentence sentence, List<StanceEvidence> evidence)
    {
        var words = Read(text[sentence.Start..sentence.End]);
        var but = words.FindLastIndex(word => word.Text is "but" or "however");
        double lean = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (Longest(words, i, out var weight) is not (> 0 and var length)) continue;
            var negated = Enumerable.Range(Math.Max(0, i - NegationReach), Math.Min(i, NegationReach))
                .Any(at => Negations.Contains(words[at].Text));
            weight *= (negated ? Turned : 1) * (i < but ? BeforeBut : 1) * (sentence.IsQuestion ? Question : 1);
            lean += weight;
            int start = sentence.Start + words[i].Start, end = sentence.Start + words[i + length - 1].End;
            evidence.Add(new StanceEvidence(start, end, text[start..end],
                $"{(weight > 0 ? "favor" : "against")}: {text[start..end].ToLowerInvariant()}{(negated ? " (negated)" : "")}"));
            i += length - 1;
        }
        return lean;
    }

    private int Longest(List<Token> words, int at, out double weight)
    {
        for (var length = Math.Min(LongestTerm, words.Count - at); length > 0; length--)
            if (_weights.TryGetValue(string.Join(' ', words.Skip(at).Take(length).Select(word => word.Text)), out weight)) return length;
        weight = 0;
        return 0;
    }

    private static List<Token> Read(string text)
    {
        using var normal = TextNormalizer.Normalize(text);
        var words = new List<Word>();
        WordScanner.Scan(normal.Text, words);
        return words.ConvertAll(word => new Token(normal.Text[word.Start..word.End].ToString(),
            normal.OriginalStart(word.Start), normal.OriginalEnd(word.End)));
    }

    private static IEnumerable<Sentence> Sentences(string text)
    {
        int before = 0, start = 0;
        while (start < text.Length)
        {
            var found = text.AsSpan(start).IndexOfAny(".!?\n");
            var end = found < 0 ? text.Length : start + found + 1;
            var first = text[start..end].TrimStart();
            var quoted = (first.StartsWith('>') || first.StartsWith("&gt;", StringComparison.Ordinal)) && (start == 0 || text[start - 1] == '\n');
            if (quoted) end = text.IndexOf('\n', start) is var line and >= 0 ? line + 1 : text.Length;
            else if (first.Length > 0) yield return new Sentence(before, start, end, text[end - 1] == '?');
            if (first.Length > 0) before = start;
            start = end;
        }
    }

    private readonly record struct Token(string Text, int Start, int End);

    private readonly record struct Sentence(int Before, int Start, int End, bool IsQuestion);
}
