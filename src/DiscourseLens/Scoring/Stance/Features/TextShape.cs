using DiscourseLens.Scoring.Learning;

namespace DiscourseLens.Scoring.Stance.Features;

/// <summary>Questions, quotes, capitals and tone of a text; not its length, which says nothing of stance.</summary>
internal static class TextShape
{
    /// <summary>What each feature is.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "questions", "ends with a question", "exclamations", "quotes", "capitals",
        "tone", "tone of focus", "tone of last", "lowest tone", "highest tone", "tone of title", "tone of focus, negative", "names no target",
    ];

    /// <summary>Writes the features of what was read.</summary>
    public static void Write(StanceReading reading, Span<float> values)
    {
        var (sentences, questions, signs, quoted, upper) = (0, 0, 0, 0, 0);
        double sum = 0, focus = 0, lowest = 0, highest = 0, title = 0;
        var inFocus = 0;
        for (var s = 0; s < reading.Reader.Sentences.Count; s++)
        {
            if (!reading.Wanted[s])
                continue;
            var sentence = reading.Reader.Sentences[s];
            sentences++;
            questions += sentence.IsQuestion ? 1 : 0;
            var tone = reading.Compound[s];
            (sum, lowest, highest) = (sum + tone, Math.Min(lowest, tone), Math.Max(highest, tone));
            title = sentence.IsTitle && reading.HasBody ? tone : title;
            (focus, inFocus) = reading.Focus[s] ? (focus + tone, inFocus + 1) : (focus, inFocus);
            foreach (var token in reading.Reader.Tokens[sentence.From..sentence.To])
            {
                signs += token.Is(TokenTraits.Sign) && reading.Reader.Padded(token)[1] == '!' ? 1 : 0;
                quoted += token.Is(TokenTraits.Quoted) ? 1 : 0;
                upper += token.Is(TokenTraits.Upper) ? 1 : 0;
            }
        }
        if (sentences == 0)
            return;
        var last = reading.Last;
        focus /= Math.Max(1, inFocus);
        ReadOnlySpan<double> all =
        [
            (double)questions / sentences,
            reading.Reader.Sentences[last].IsQuestion ? 1 : 0, signs / (signs + 1.0), quoted / (quoted + 5.0), upper / (upper + 3.0),
            sum / sentences, focus, reading.Compound[last], lowest, highest, title, Math.Min(0, focus),
            NamesTarget(reading) ? 0 : 1,
        ];
        for (var i = 0; i < all.Length; i++)
            values[i] = (float)all[i];
    }

    private static bool NamesTarget(StanceReading reading)
    {
        foreach (var sentence in reading.Reader.Sentences)
        {
            if ((sentence.Cues & reading.Lexicon.Targets) != 0)
                return true;
        }
        return false;
    }
}
