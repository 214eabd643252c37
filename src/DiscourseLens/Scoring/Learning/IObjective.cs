namespace DiscourseLens.Scoring.Learning;

/// <summary>A smooth function to be made least.</summary>
internal interface IObjective
{
    /// <summary>How many variables it has.</summary>
    int Size { get; }

    /// <summary>Its value; its gradient goes into <paramref name="gradient"/>, whatever was there.</summary>
    double Evaluate(double[] at, double[] gradient);
}
