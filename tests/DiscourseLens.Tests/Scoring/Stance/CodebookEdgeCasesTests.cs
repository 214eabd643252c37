using System.Text.RegularExpressions;
using DiscourseLens.Scoring;
using DiscourseLens.Scoring.Classifying;
using DiscourseLens.Scoring.Stance;
using DiscourseLens.Tests.Docs;

namespace DiscourseLens.Tests.Scoring.Stance;

/// <summary>The edge cases of the codebook, gate and stance together: the first label of each row.</summary>
public sealed partial class CodebookEdgeCasesTests
{
    private const int Rows = 46, Right = 44;

    // What the row takes for granted: the title or text above, or a text for what it only describes.
    private static readonly Dictionary<int, (string? Title, string? Text)> s_above = new()
    {
        [6] = ("My third ketamine session for depression", null),
        [12] = ("FDA declines MDMA-assisted therapy for PTSD", null),
        [13] = ("FDA declines MDMA-assisted therapy for PTSD", null),
        [14] = ("Ketamine therapy at home", null),
        [15] = ("Psilocybin for depression: who should not try it", null),
        [16] = ("Psilocybin for depression: interim results", null),
        [18] = ("SSRIs, ten years on", null),
        [21] = ("FDA declines MDMA therapy for PTSD", null),
        [26] = ("Guided psilocybin therapy for depression", null),
        [28] = (null, "MDMA therapy saved my life. It works, and everyone with PTSD should have access to it."),
        [29] = (null, "Ketamine infusions for depression have been studied in several trials."),
        [30] = ("Ketamine infusions for depression", null),
        [31] = ("Ketamine infusions for depression", null),
        [32] = ("Psilocybin therapy beats placebo in a new trial", null),
        [37] = ("Ayahuasca for depression", null),
        [40] = ("Ketamine therapy for depression", null),
        [41] = ("Psilocybin therapy for depression", null),
        [42] = ("MDMA therapy for PTSD", null),
        [45] = ("Psilocybin and depression: a new study in rats", null),
    };

    private static readonly Dictionary<int, string> s_texts = new()
    {
        [29] = "lol",
        [43] = "Buy premium golden teachers, cures depression, Telegram @sporeshop",
        [44] = TripReport(),
        [46] = "I am a bot, and this action was performed automatically. If you are in crisis, please call or text 988.",
    };

    [Fact]
    public async Task EdgeCases_AreMostlyRight()
    {
        var scorers = new Scorers(Shipped.Reader, new Dictionary<string, string> { ["therapyforum"] = "therapy" }, LinearStanceScorer.LoadShipped());
        var classifier = new Classifier(scorers);
        var wrong = new List<string>();
        var cases = Cases();
        var all = await classifier.ClassifyAsync([.. cases.Select(row => TextOf(row.Row, row.Text))], TestContext.Current.CancellationToken);
        foreach (var ((row, text, label), said) in cases.Zip(all))
        {
            if (!said.Stance.Score!.Label.ToString().Equals(label, StringComparison.OrdinalIgnoreCase))
                wrong.Add($"{row} {label}, said {said.Stance.Score.Label} (gate: {said.Relevance.Rule}): {text[..Math.Min(60, text.Length)]}");
        }
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', wrong));
        Assert.True(Rows - wrong.Count >= Right, $"{Rows - wrong.Count} of {Rows} are right:\n{string.Join('\n', wrong)}");
    }

    private static TextToClassify TextOf(int row, string text)
    {
        var (title, parent) = s_above.GetValueOrDefault(row);
        return new TextToClassify("1", row == 40 ? "therapyforum" : null, null, text, title, parent);
    }

    private static List<(int Row, string Text, string Label)> Cases()
    {
        var cases = Documents.Read("docs/codebook.md").Split('\n').Select(line => Row().Match(line)).Where(match => match.Success)
            .Select(match => (Row: int.Parse(match.Groups[1].Value, null), Cell: match.Groups[2].Value, Label: match.Groups[3].Value))
            .Select(row => (row.Row, s_texts.GetValueOrDefault(row.Row) ?? Quoted().Match(row.Cell).Groups[1].Value.Replace("\\n", "\n", StringComparison.Ordinal), row.Label))
            .ToList();
        Assert.Equal(Enumerable.Range(1, Rows), cases.Select(row => row.Row));
        Assert.All(cases, row => Assert.NotEmpty(row.Item2));
        return cases;
    }

    private static string TripReport()
    {
        string[] lines =
        [
            "We set up the living room the night before, blankets and water.", "The tea tasted of earth and ginger.", "After forty minutes the curtains began to move.",
            "I lay down and listened to the rain.", "The second hour was slow and full of colour.", "At some point I cried about my grandmother.", "My sitter changed the record twice.",
        ];
        var body = string.Join(' ', Enumerable.Range(0, 170).Select(i => lines[i % lines.Length]));
        return "Took 3 grams of psilocybin mushrooms, hoping it would do something for my anxiety. " + body + " It has been four months and my anxiety hasn't come back.";
    }

    [GeneratedRegex(@"^\| (\d+) \| (.*?) \| .*?(FAVOR|AGAINST|NEUTRAL|UNRELATED)")]
    private static partial Regex Row();

    [GeneratedRegex("^\"(.*?)\"( |$)")]
    private static partial Regex Quoted();
}
