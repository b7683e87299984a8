namespace Huanxin.Core.Kernel;

/// <summary>Anything that is kept and whose every change is recorded (记录).</summary>
public abstract class Record
{
    /// <summary>Raised by each save (版本号); a stale version is refused as “他人已先保存”.</summary>
    public int Version { get; private set; }
}

/// <summary>
/// A field worked out from others of its record (导出字段), such as a name as it is compared: it says nothing of its own, and no history tells it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DerivedAttribute : Attribute;

/// <summary>A record that belongs to a place (属地), by which its visibility and its history are scoped.</summary>
public interface IPlaced
{
    /// <summary>Place the record belongs to (属地区划).</summary>
    RegionCode Place { get; }
}
