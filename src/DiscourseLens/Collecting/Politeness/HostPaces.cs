using System.Collections.Concurrent;

namespace DiscourseLens.Collecting.Politeness;

/// <summary>The paces of all hosts, shared by everything in the process that asks one.</summary>
public sealed class HostPaces
{
    private readonly ConcurrentDictionary<string, HostPace> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The pace of a host, or of a part of it that has a budget of its own.</summary>
    public HostPace Of(Uri address, string bucket = "")
    {
        ArgumentNullException.ThrowIfNull(address);
        return _hosts.GetOrAdd($"{address.Authority}{bucket}", _ => new HostPace());
    }

    /// <summary>Requests left, by host, where hosts say so.</summary>
    public IReadOnlyDictionary<string, double> Remaining() => _hosts
        .Where(pair => pair.Value.Remaining is not null)
        .ToDictionary(pair => pair.Key, pair => pair.Value.Remaining!.Value, StringComparer.Ordinal);
}
