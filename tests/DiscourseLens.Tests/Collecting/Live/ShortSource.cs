using System.Runtime.CompilerServices;
using DiscourseLens.Collecting;

namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>A source without posts that shows the last day only.</summary>
internal sealed class ShortSource : ISource
{
    public string Origin => "short";

    public string Route => "short-stub";

    public IReadOnlyList<SourcePlace> Places { get; } = [new("all", "Short", [PostKind.Comment]) { Reach = TimeSpan.FromDays(1) }];

    public async IAsyncEnumerable<FetchedPage> ReadAsync(
        SourcePlace place, FetchWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        yield return new FetchedPage { Signs = 1 };
    }

    public Task<string> ProbeAsync(CancellationToken cancellationToken) => Task.FromResult("It answers.");
}
