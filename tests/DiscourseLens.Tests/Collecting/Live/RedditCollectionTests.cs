namespace DiscourseLens.Tests.Collecting.Live;

public sealed class RedditCollectionTests : CollectionContract
{
    internal override FakeSource Fake(LeapingTime time, Faults faults, FakePosts posts) => new FakeReddit(time, faults, posts);
}
