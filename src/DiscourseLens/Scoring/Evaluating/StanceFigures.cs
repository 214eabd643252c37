using DiscourseLens.Scoring.Stance;

namespace DiscourseLens.Scoring.Evaluating;

/// <summary>Named figures of agreement on stance.</summary>
internal static class StanceFigures
{
    private const int Favor = (int)StanceLabel.Favor, Against = (int)StanceLabel.Against, Neutral = (int)StanceLabel.Neutral;
    private const int Poles = 3, All = 4;

    /// <summary>
    /// Figures, first over all texts, then (<c>relevant_...</c>) over those that coders found relevant, where calling one unrelated is a
    /// miss. <c>f_avg</c> is the mean of F1 of favor and against (SemEval-2016 task 6).
    /// </summary>
    public static IReadOnlyList<(string Name, double Value)> Of(IReadOnlyList<PredictedText> texts, Func<PredictedText, double> weight)
    {
        var all = Matrix(texts, weight);
        var relevant = Matrix(texts.Where(text => text.IsRelevant), weight);
        return
        [
            ("accuracy", all.Accuracy),
            ("macro_f1", all.MacroF1(All)),
            ("f_avg", (all.F1(Favor) + all.F1(Against)) / 2),
            ("relevant_macro_f1", relevant.MacroF1(Poles)),
            ("relevant_favor_f1", relevant.F1(Favor)),
            ("relevant_against_f1", relevant.F1(Against)),
            ("relevant_neutral_f1", relevant.F1(Neutral)),
            .. RelevanceFigures.Of(texts, weight),
            ("calibration_error", Calibration(texts, weight).Error),
        ];
    }

    public static ConfusionMatrix Matrix(IEnumerable<PredictedText> texts, Func<PredictedText, double> weight)
    {
        var matrix = new ConfusionMatrix(All);
        foreach (var text in texts)
            matrix.Add((int)text.Coded.Label, (int)text.Stance.Label, weight(text));
        return matrix;
    }

    public static Reliability Calibration(IEnumerable<PredictedText> texts, Func<PredictedText, double> weight) =>
        Reliability.Of(texts.Select(text => (text.Confidence, text.Stance.Label == text.Coded.Label, weight(text))));
}
