namespace DiscourseLens.Web;

/// <summary>What the host knows of collections and the store does not; a host without sources registers none.</summary>
public interface ICollectionPlan
{
    /// <summary>The sources that are collected, in the order of their names.</summary>
    IReadOnlyList<PlannedSource> Sources { get; }
}

/// <summary>A source that is collected.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Kind">What kind of source it is.</param>
/// <param name="NextRun">When its schedule runs next.</param>
/// <param name="RequestsLeft">Requests that its host said were left in its window when it was last asked; null where it says nothing.</param>
public sealed record PlannedSource(string Name, string Kind, DateTimeOffset NextRun, double? RequestsLeft);
