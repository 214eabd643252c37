using System.Runtime.CompilerServices;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Live;
using Microsoft.Extensions.Time.Testing;

namespace DiscourseLens.Tests.Collecting.Deleting;

/// <summary>A source that shows posts again as a test sets them; each request takes its time.</summary>
internal sealed class ShownAgain(FakeTimeProvider time) : ISource, IRevisits
{
    public Dictionary<string, FetchedPost?> Posts { get; } = [];
    public List<string> Asked { get; } = [];
    public TimeSpan Takes { get; set; } = TimeSpan.FromSeconds(1);
    public SourceException? Trouble { get; set; }
    public string Origin => "reddit";
    public string Route => "test";
    public int LargestBatch => 20;
    public IReadOnlyList<SourcePlace> Places => [];

    public ConfiguredSource Configured => new("again", "Test", "test", TimeSpan.FromDays(1), this);

    public async IAsyncEnumerable<Revisit> RevisitAsync(IReadOnlyList<string> nativeIds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Assert.InRange(nativeIds.Count, 1, LargestBatch);
        time.Advance(Takes);
        await Task.CompletedTask;
        foreach (var id in nativeIds)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Trouble is not null && Asked.Count > 0)
                throw Trouble;
            Asked.Add(id);
            yield return new(id, Posts.GetValueOrDefault(id));
        }
    }

    public IAsyncEnumerable<FetchedPage> ReadAsync(SourcePlace place, FetchWindow window, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<string> ProbeAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
