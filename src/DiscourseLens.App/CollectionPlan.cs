using DiscourseLens.Collecting.Politeness;
using DiscourseLens.Jobs;
using DiscourseLens.Web;

namespace DiscourseLens.App;

/// <summary>What the settings plan, and what hosts said of their budgets.</summary>
internal sealed class CollectionPlan(Settings settings, HostPaces paces, TimeProvider time) : ICollectionPlan
{
    public IReadOnlyList<PlannedSource> Sources => [.. settings.Collect.Enabled.Select(pair => new PlannedSource(
        pair.Key, pair.Value.Kind, CronSchedule.TryParse(pair.Value.Schedule)!.Next(time.GetUtcNow()), paces.RemainingOf(pair.Key)))]; // checked at start
}
