namespace DiscourseLens.Scoring.Stance.Training;

/// <summary>Makes long posts of short ones: a stance between paragraphs about something else, as people write them.</summary>
/// <remarks>Few seeds are long, and in those that are most sentences argue. The paragraphs around come from the same author's unrelated texts.</remarks>
internal static class LongPosts
{
    private const int FewestWords = 8, MostWords = 150;

    // How long a post becomes, in words; and of how many texts one is lengthened.
    private static readonly int[] s_lengths = [130, 220, 320];

    /// <summary>The long posts.</summary>
    /// <param name="texts">Seeds, unrelated ones among them; texts whose hand is not known are left as they are.</param>
    /// <param name="every">One of how many texts of each voice and label is lengthened; 0 for none.</param>
    public static IEnumerable<LabelledText> Of(IReadOnlyList<LabelledText> texts, int every)
    {
        foreach (var author in texts.Where(text => text.Hand is not null).GroupBy(text => text.Author, StringComparer.Ordinal))
        {
            var around = author.Where(text => text.Label == StanceLabel.Unrelated && text.Text.Length > 0).ToList();
            if (every < 1 || around.Count == 0)
                continue;
            var (next, made) = (0, 0);
            foreach (var label in author.Where(IsFit).GroupBy(text => text.Label).OrderBy(label => label.Key))
            {
                foreach (var text in label.Where((_, at) => at % every == every - 1))
                    yield return Lengthened(text, around, ref next, made++);
            }
        }
    }

    private static bool IsFit(LabelledText text) =>
        text.Label != StanceLabel.Unrelated && text.Parent is null && WordsOf(text.Text) is >= FewestWords and <= MostWords;

    private static LabelledText Lengthened(LabelledText text, List<LabelledText> around, ref int next, int turn)
    {
        List<string> before = [], after = [];
        for (var words = WordsOf(text.Text); words < s_lengths[turn % s_lengths.Length];)
        {
            var paragraph = around[next++ % around.Count].Text;
            words += Math.Max(1, WordsOf(paragraph));
            // The stance stands at the end, in the middle, and in front, in turn.
            ((turn + (turn / s_lengths.Length)) % 3 is var place && (place == 0 || (place == 1 && before.Count == 0)) ? before : after).Add(paragraph);
        }
        return text with { Id = text.Id + "+", IsMade = true, Text = string.Join("\n\n", [.. before, text.Text, .. after]) };
    }

    private static int WordsOf(string text) => text.Count(char.IsWhiteSpace) + 1;
}
