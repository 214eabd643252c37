using DiscourseLens.Scoring.Stance;

namespace DiscourseLens.Scoring.Evaluating;

/// <summary>Precision, recall and F1 of one label among four.</summary>
/// <param name="Label">The label.</param>
/// <param name="Coded">Texts that coders gave it.</param>
/// <param name="Precision">In [0, 1].</param>
/// <param name="Recall">In [0, 1].</param>
/// <param name="F1">In [0, 1].</param>
public sealed record LabelAgreement(StanceLabel Label, int Coded, double Precision, double Recall, double F1);

/// <summary>How far a stance scorer agrees with coders.</summary>
/// <param name="Texts">Texts compared.</param>
/// <param name="Figures">Figures over all texts, each counted once.</param>
/// <param name="Drawn">Texts with an inclusion probability.</param>
/// <param name="Weighted">The same figures over those, each weighted by its inverse; empty when there are none.</param>
/// <param name="Labels">Per label, each text counted once.</param>
/// <param name="Confusion">Numbers of texts: rows by coded label, columns by predicted label, in the order of <see cref="StanceLabel"/>.</param>
/// <param name="Reliability">Of the probability given to the predicted label.</param>
/// <param name="Communities">Per community of at least ten texts, most texts first.</param>
/// <param name="Substances">Per noted substance of at least ten texts, most texts first.</param>
public sealed record StanceReport(
    int Texts, IReadOnlyList<Figure> Figures, int Drawn, IReadOnlyList<Figure> Weighted, IReadOnlyList<LabelAgreement> Labels,
    IReadOnlyList<IReadOnlyList<int>> Confusion, Reliability Reliability,
    IReadOnlyList<GroupFigures> Communities, IReadOnlyList<GroupFigures> Substances)
{
    /// <summary>Compares.</summary>
    /// <param name="texts">At least one.</param>
    public static StanceReport Of(IReadOnlyList<PredictedText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfZero(texts.Count);
        var drawn = texts.Where(text => text.Coded.InclusionProbability is not null).ToList();
        var matrix = StanceFigures.Matrix(texts, static _ => 1);
        var labels = Enum.GetValues<StanceLabel>();
        return new StanceReport(
            texts.Count,
            Bootstrap.Of(texts, some => StanceFigures.Of(some, static _ => 1)),
            drawn.Count,
            drawn.Count == 0 ? [] : Bootstrap.Of(drawn, some => StanceFigures.Of(some, static text => text.Weight)),
            [.. labels.Select(label => new LabelAgreement(
                label, (int)matrix.Coded((int)label), matrix.Precision((int)label), matrix.Recall((int)label), matrix.F1((int)label)))],
            [.. labels.Select(coded => (IReadOnlyList<int>)[.. labels.Select(predicted => (int)matrix[(int)coded, (int)predicted])])],
            StanceFigures.Calibration(texts, static _ => 1),
            GroupFigures.By(texts, static text => text.Coded.Text.Community, some => StanceFigures.Of(some, static _ => 1)),
            GroupFigures.By(texts, static text => text.Coded.Substance, some => StanceFigures.Of(some, static _ => 1)));
    }
}
