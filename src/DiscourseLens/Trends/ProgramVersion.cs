namespace DiscourseLens.Trends;

/// <summary>The version that made an answer.</summary>
public static class ProgramVersion
{
    /// <summary>Three numbers.</summary>
    public static string Text { get; } = typeof(ProgramVersion).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
