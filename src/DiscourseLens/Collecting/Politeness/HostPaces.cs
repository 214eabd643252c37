using System.Collections.Concurrent;

namespace DiscourseLens.Collecting.Politeness;

/// <summary>The paces of all hosts, shared by everything in the process that asks one.</summary>
public sealed class HostPaces
{
    private readonly ConcurrentDictionary<string, HostPace> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<HostPace, bool>> _sources = new(StringComparer.Ordinal);

    /// <summary>The pace of a host, or of a part of it that has a budget of its own.</summary>
    public HostPace Of(Uri address, string bucket = "")
    {
        ArgumentNullException.ThrowIfNull(address);
        return _hosts.GetOrAdd($"{address.Authority}{bucket}", _ => new HostPace());
    }

    /// <summary>Notes that a source asks a host.</summary>
    public void Note(string source, HostPace pace) => _sources.GetOrAdd(source, _ => new())[pace] = true;

    /// <summary>Requests that the host which leaves a source fewest said were left when it was last asked; null where none says so.</summary>
    public double? RemainingOf(string source) => _sources.TryGetValue(source, out var paces) ? paces.Keys.Min(pace => pace.Remaining) : null;
}
