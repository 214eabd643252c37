namespace DiscourseLens.Tests.Collecting.Live;

public sealed class DiscourseCollectionTests : CollectionContract
{
    internal override FakeSource Fake(LeapingTime time, Faults faults, FakePosts posts) => new FakeDiscourse(time, faults, posts);
}

public sealed class DiscourseCategoryCollectionTests : CollectionContract
{
    internal override FakeSource Fake(LeapingTime time, Faults faults, FakePosts posts) => new FakeDiscourse(time, faults, posts, "health/5");
}
