namespace DiscourseLens.Tests.Collecting.Live;

public sealed class HackerNewsCollectionTests : CollectionContract
{
    internal override FakeSource Fake(LeapingTime time, Faults faults, FakePosts posts) => new FakeHackerNews(time, faults, posts) { Most = 100 };
}
