namespace DiscourseLens.Trends;

/// <summary>How states are written.</summary>
internal static class BucketStateText
{
    /// <summary>The form in views and outputs.</summary>
    public static string Text(this BucketState state) => state.ToString().ToLowerInvariant();
}
