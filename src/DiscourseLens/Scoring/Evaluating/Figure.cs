namespace DiscourseLens.Scoring.Evaluating;

/// <summary>A figure of agreement with its interval.</summary>
/// <param name="Name">Its name in snake_case, such as <c>macro_f1</c>.</param>
/// <param name="Value">The figure; NaN where it is not defined.</param>
/// <param name="Low">The lower end of its 95 % bootstrap interval.</param>
/// <param name="High">The upper end.</param>
public sealed record Figure(string Name, double Value, double Low, double High);
