namespace DiscourseLens.Scoring.Evaluating;

/// <summary>Weights of texts by coded and predicted class, with the usual figures of agreement.</summary>
/// <param name="classes">Number of classes, from 1; they are numbered from 0.</param>
public sealed class ConfusionMatrix(int classes)
{
    private readonly double[,] _cells = new double[classes, classes];

    /// <summary>Number of classes.</summary>
    public int Classes => classes;

    /// <summary>The weight of all texts.</summary>
    public double Total { get; private set; }

    /// <summary>The weight of texts of this coded class predicted to be that one.</summary>
    public double this[int coded, int predicted] => _cells[coded, predicted];

    /// <summary>Adds a text.</summary>
    public void Add(int coded, int predicted, double weight = 1)
    {
        _cells[coded, predicted] += weight;
        Total += weight;
    }

    /// <summary>Share of texts predicted to be of a class that are of it, in [0, 1]; 0 when none is predicted.</summary>
    public double Precision(int kind) => Ratio(_cells[kind, kind], Predicted(kind));

    /// <summary>Share of texts of a class that are predicted to be of it, in [0, 1]; 0 when the class does not occur.</summary>
    public double Recall(int kind) => Ratio(_cells[kind, kind], Coded(kind));

    /// <summary>Harmonic mean of precision and recall, in [0, 1]; 0 when either is.</summary>
    public double F1(int kind) => Ratio(2 * _cells[kind, kind], Coded(kind) + Predicted(kind));

    /// <summary>Unweighted mean of F1 over those of the first classes that are coded or predicted at all, in [0, 1]; NaN when none is.</summary>
    /// <param name="first">How many classes, from class 0 on.</param>
    public double MacroF1(int first)
    {
        var present = Enumerable.Range(0, first).Where(kind => Coded(kind) + Predicted(kind) > 0).ToList();
        return present.Count == 0 ? double.NaN : present.Average(F1);
    }

    /// <summary>Share of texts whose class is predicted, in [0, 1]; NaN when there is none.</summary>
    public double Accuracy => Enumerable.Range(0, classes).Sum(kind => _cells[kind, kind]) / Total;

    /// <summary>The weight of texts of a class.</summary>
    public double Coded(int kind) => Enumerable.Range(0, classes).Sum(predicted => _cells[kind, predicted]);

    private double Predicted(int kind) => Enumerable.Range(0, classes).Sum(coded => _cells[coded, kind]);

    private static double Ratio(double part, double whole) => whole > 0 ? part / whole : 0;
}
